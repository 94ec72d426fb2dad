package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .npy}: a magic string, a version, the length of a header, the header (a Python
 * dictionary), then the values. Source: NumPy Enhancement Proposal 1, R. Kern, "A Simple File
 * Format for NumPy Arrays", 2007.
 */
final class NpyReader {
  private static final int MAGIC_BYTES = 6;
  private static final int MAX_HEADER = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");

  private NpyReader() {}

  /** Reads an array to the end of the stream. */
  static NumericTable read(String source, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    String header = header(source, in);
    String type = match(source, TYPE, header, "a type of plain numbers in its header");
    NpyType numbers = NpyType.of(source, type);
    boolean fortran = match(source, ORDER, header, "fortran_order in its header").equals("True");
    TableShape shape = TableShape.of(source, shape(source, header));
    int bytes = shape.rows() * shape.columns() * numbers.bytes();
    byte[] content = in.readNBytes(bytes);
    if (content.length < bytes) {
      throw new InvalidInputException(
          source,
          "%d bytes of values".formatted(content.length),
          "%d for type %s and shape %s".formatted(bytes, type, shape.dimensions()));
    }
    if (in.read() >= 0) {
      throw new InvalidInputException(
          source, "more bytes than shape and type need", bytes + " bytes of values");
    }
    double[][] rows = rows(ByteBuffer.wrap(content), numbers, shape, fortran);
    return new NumericTable(source, shape.dimensions(), rows, numbers.isUnsignedByte());
  }

  private static String header(String source, DataInputStream in) throws IOException {
    byte[] magic = new byte[MAGIC_BYTES];
    in.readFully(magic);
    String name = new String(magic, 1, MAGIC_BYTES - 1, StandardCharsets.ISO_8859_1);
    if ((magic[0] & 0xff) != 0x93 || !name.equals("NUMPY")) {
      throw new InvalidInputException(source, "another first word", "an array as NumPy writes it");
    }
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    if (version < 1 || version > 3) {
      throw new InvalidInputException(source, ".npy version " + version, "version 1, 2 or 3");
    }
    int length =
        version == 1
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.reverseBytes(in.readInt());
    if (length < 0 || length > MAX_HEADER) {
      throw new InvalidInputException(
          source,
          "a header of " + Integer.toUnsignedString(length) + " bytes",
          "at most " + MAX_HEADER);
    }
    byte[] header = new byte[length];
    in.readFully(header);
    return new String(header, StandardCharsets.UTF_8);
  }

  private static String match(String source, Pattern pattern, String header, String expected) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new InvalidInputException(source, "the header " + header.strip(), expected);
    }
    return matcher.group(1);
  }

  private static List<Long> shape(String source, String header) {
    List<Long> shape = new ArrayList<>();
    for (String part : match(source, SHAPE, header, "a shape in its header").split(",")) {
      String digits = part.replace("L", "").strip();
      if (!digits.isEmpty()) {
        shape.add(digits.matches("\\d{1,18}") ? Long.parseLong(digits) : Long.MAX_VALUE);
      }
    }
    return shape;
  }

  /** The rows, each with its values in row-major order, whatever the order in the file. */
  private static double[][] rows(
      ByteBuffer content, NpyType type, TableShape shape, boolean fortran) {
    double[][] rows = new double[shape.rows()][shape.columns()];
    int[] offsets = columnOffsets(shape, fortran);
    int rowStride = fortran ? 1 : shape.columns();
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < offsets.length; c++) {
        rows[r][c] = type.get(content, r * rowStride + offsets[c]);
      }
    }
    return rows;
  }

  /** For each column, how many values lie between it and the first of its row. */
  private static int[] columnOffsets(TableShape shape, boolean fortran) {
    int[] offsets = new int[shape.columns()];
    List<Integer> dimensions = shape.dimensions();
    for (int c = 0; c < offsets.length; c++) {
      if (!fortran) {
        offsets[c] = c;
        continue;
      }
      int rest = c;
      int[] index = new int[dimensions.size()];
      for (int d = index.length - 1; d > 0; d--) {
        index[d] = rest % dimensions.get(d);
        rest /= dimensions.get(d);
      }
      int stride = 1;
      for (int d = 0; d < index.length; d++) {
        offsets[c] += index[d] * stride;
        stride *= dimensions.get(d);
      }
    }
    return offsets;
  }
}
