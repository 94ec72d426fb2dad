package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file: a magic string, a version, the length of a header, the header
 * (a Python dictionary). Source: NumPy Enhancement Proposal 1, R. Kern, "A Simple File Format for
 * NumPy Arrays", 2007.
 *
 * @param source what messages call the array
 * @param type of the values, as NumPy calls it: {@code <f4}
 * @param fortran whether the first index runs fastest
 */
record NpyHeader(String source, String type, boolean fortran, TableShape shape) {
  private static final int MAGIC_BYTES = 6;
  private static final int MAX_HEADER = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");

  static NpyHeader read(String source, DataInputStream in) throws IOException {
    String header = header(source, in);
    String type = match(source, TYPE, header, "a type of plain numbers in its header");
    boolean fortran = match(source, ORDER, header, "fortran_order in its header").equals("True");
    return new NpyHeader(source, type, fortran, TableShape.of(source, shape(source, header)));
  }

  /**
   * The values, to the end of the file.
   *
   * @param bytes of one value
   */
  byte[] content(DataInputStream in, int bytes) throws IOException {
    long size = (long) shape.rows() * shape.columns() * bytes;
    if (size > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          source, size + " bytes of values", "at most " + (Integer.MAX_VALUE - 8));
    }
    byte[] content = in.readNBytes((int) size);
    if (content.length < size) {
      throw new InvalidInputException(
          source,
          "%d bytes of values".formatted(content.length),
          "%d for type %s and shape %s".formatted(size, type, shape.dimensions()));
    }
    if (in.read() >= 0) {
      throw new InvalidInputException(
          source, "more bytes than shape and type need", size + " bytes of values");
    }
    return content;
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
}
