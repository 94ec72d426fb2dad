package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .npy}: a header, then the values. */
final class NpyReader {
  /** {@code <U3}, at most three characters of four bytes; {@code |S3}, three bytes. */
  private static final String TEXT = "[<>|=]?[US]\\d{1,6}";

  private static final int UNICODE_BYTES = 4;

  private NpyReader() {}

  /** Reads an array of numbers to the end of the stream. */
  static NumericTable read(String source, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    return numbers(NpyHeader.read(source, in), in);
  }

  /** Reads an array of labels, numbers or text, to the end of the stream. */
  static List<String> readLabels(String source, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    NpyHeader header = NpyHeader.read(source, in);
    return header.type().matches(TEXT) ? text(header, in) : numbers(header, in).labels();
  }

  private static NumericTable numbers(NpyHeader header, DataInputStream in) throws IOException {
    NpyType numbers = NpyType.of(header.source(), header.type());
    TableShape shape = header.shape();
    byte[] content = header.content(in, numbers.bytes());
    double[][] rows = rows(ByteBuffer.wrap(content), numbers, shape, header.fortran());
    return new NumericTable(header.source(), shape.dimensions(), rows, numbers.isUnsignedByte());
  }

  private static List<String> text(NpyHeader header, DataInputStream in) throws IOException {
    if (header.shape().columns() != 1) {
      throw NumericTable.notLabels(header.source(), header.shape().dimensions());
    }
    String type = header.type();
    int length = Integer.parseInt(type.replaceFirst("^\\D+", ""));
    boolean unicode = type.contains("U");
    int bytes = unicode ? UNICODE_BYTES * length : length;
    Charset charset =
        unicode
            ? Charset.forName(type.startsWith(">") ? "UTF-32BE" : "UTF-32LE")
            : StandardCharsets.UTF_8;
    byte[] content = header.content(in, bytes);
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < header.shape().rows(); r++) {
      // Filled up with NUL.
      String label = new String(content, r * bytes, bytes, charset).replaceFirst("\0+$", "");
      if (label.isBlank()) {
        throw new InvalidInputException(header.source() + " row " + r, "an empty text", "a label");
      }
      labels.add(label.strip());
    }
    return labels;
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
