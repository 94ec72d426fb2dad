package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads IDX, the format of the MNIST files: two zero bytes, a type, the number of dimensions, each
 * dimension in four bytes, then the values. Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The
 * MNIST database of handwritten digits", 1998.
 */
final class IdxReader {
  private static final int UNSIGNED_BYTE = 8;

  private IdxReader() {}

  static NumericTable read(InputFile file) throws IOException {
    DataInputStream in = new DataInputStream(file.stream());
    int magic = in.readInt();
    int type = magic >>> 8;
    if (type != UNSIGNED_BYTE) {
      throw new InvalidInputException(
          file.name(),
          "an IDX file with values of type 0x%02x".formatted(type),
          "type 0x08, unsigned bytes");
    }
    int dimensions = magic & 0xff;
    if (dimensions < 1 || dimensions > TableShape.MAX_DIMENSIONS) {
      throw new InvalidInputException(
          file.name(), dimensions + " dimensions", "1 to " + TableShape.MAX_DIMENSIONS);
    }
    List<Long> shape = new ArrayList<>();
    for (int d = 0; d < dimensions; d++) {
      shape.add((long) in.readInt());
    }
    TableShape table = TableShape.of(file.name(), shape);
    List<double[]> rows = new ArrayList<>();
    byte[] bytes = new byte[table.columns()];
    for (int r = 0; r < table.rows(); r++) {
      rows.add(row(in, bytes, r, table, file.name()));
    }
    if (in.read() >= 0) {
      throw new InvalidInputException(
          file.name(), "more bytes than the shape " + shape + " needs", "as many as it needs");
    }
    return new NumericTable(file.name(), table.dimensions(), rows.toArray(new double[0][]), true);
  }

  private static double[] row(
      DataInputStream in, byte[] bytes, int row, TableShape table, String name) throws IOException {
    try {
      in.readFully(bytes);
    } catch (EOFException early) {
      throw new InvalidInputException(
          name,
          "a file that ends in row " + row,
          table.rows() + " rows, as its header says",
          early);
    }
    double[] values = new double[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 0xff;
    }
    return values;
  }
}
