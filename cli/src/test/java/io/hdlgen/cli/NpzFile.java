package io.hdlgen.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as NumPy's {@code savez} does. */
final class NpzFile implements AutoCloseable {
  private final ZipOutputStream out;

  NpzFile(Path file) throws IOException {
    out = new ZipOutputStream(Files.newOutputStream(file));
  }

  /** An array of {@code f8} with two dimensions. */
  NpzFile matrix(String name, double[][] rows) throws IOException {
    ByteBuffer values =
        ByteBuffer.allocate(rows.length * rows[0].length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : rows) {
      for (double value : row) {
        values.putDouble(value);
      }
    }
    return array(name, "<f8", rows.length + ", " + rows[0].length, values.array());
  }

  /** An array of {@code uint8} with one dimension. */
  NpzFile labels(String name, byte... labels) throws IOException {
    return array(name, "|u1", labels.length + ",", labels);
  }

  private NpzFile array(String name, String type, String shape, byte[] values) throws IOException {
    byte[] header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n"
            .formatted(type, shape)
            .getBytes(StandardCharsets.US_ASCII);
    out.putNextEntry(new ZipEntry(name + ".npy"));
    out.write(0x93);
    out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {1, 0, (byte) header.length, (byte) (header.length >> 8)});
    out.write(header);
    out.write(values);
    return this;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
