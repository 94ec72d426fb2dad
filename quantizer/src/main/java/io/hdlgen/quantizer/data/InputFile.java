package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An open file, unpacked if it is compressed, whose beginning has been looked at. */
final class InputFile implements Closeable {
  /** How much of the beginning is looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final int GZIP_MAGIC_0 = 0x1f;
  private static final int GZIP_MAGIC_1 = 0x8b;

  private final Path path;
  private final InputStream stream;
  private final byte[] head;

  /** What the first bytes say. */
  enum Format {
    EMPTY,
    IDX,
    NPY,
    NPZ,
    TEXT
  }

  /** Work on an open file. */
  interface Work<T> {
    T read(InputFile file) throws IOException;
  }

  private InputFile(Path path) throws IOException {
    this.path = path;
    InputStream raw = new BufferedInputStream(Files.newInputStream(path));
    try {
      raw.mark(2);
      boolean packed = raw.read() == GZIP_MAGIC_0 && raw.read() == GZIP_MAGIC_1;
      raw.reset();
      stream = packed ? new BufferedInputStream(new GZIPInputStream(raw, HEAD_BYTES)) : raw;
      stream.mark(HEAD_BYTES);
      head = stream.readNBytes(HEAD_BYTES);
      stream.reset();
    } catch (IOException | RuntimeException failed) {
      raw.close();
      throw failed;
    }
  }

  /** Opens a file, does the work and closes it. Failures to read are the user's to mend. */
  static <T> T with(Path path, Work<T> work) {
    String name = path.toString();
    if (!Files.isRegularFile(path)) {
      String found = Files.exists(path) ? "something that is not a file" : "no such file";
      throw new InvalidInputException(name, found, "a file of samples");
    }
    try (InputFile file = new InputFile(path)) {
      return work.read(file);
    } catch (UncheckedIOException failed) {
      throw unreadable(name, failed.getCause());
    } catch (IOException failed) {
      throw unreadable(name, failed);
    }
  }

  private static InvalidInputException unreadable(String name, IOException failed) {
    String found;
    if (failed instanceof EOFException) {
      found = "a file that ends too early";
    } else if (failed instanceof ZipException) {
      found = "compressed data that is damaged (" + failed.getMessage() + ")";
    } else if (failed instanceof CharacterCodingException) {
      found = "bytes that are not UTF-8 text, nor IDX, .npy or .npz";
    } else {
      found = "a file that cannot be read (" + failed + ")";
    }
    return new InvalidInputException(
        name, found, "a whole file of CSV text, IDX, .npy or .npz", failed);
  }

  String name() {
    return path.toString();
  }

  Path path() {
    return path;
  }

  /** The content, from its beginning. */
  InputStream stream() {
    return stream;
  }

  /** The first {@link #HEAD_BYTES} of the content, or all of it. */
  byte[] head() {
    return head;
  }

  Format format() {
    if (head.length == 0) {
      return Format.EMPTY;
    }
    if (startsWith(0, 0)) {
      return Format.IDX;
    }
    if (startsWith(0x93, 'N', 'U', 'M', 'P', 'Y')) {
      return Format.NPY;
    }
    return startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6) ? Format.NPZ : Format.TEXT;
  }

  private boolean startsWith(int... magic) {
    boolean same = head.length >= magic.length;
    for (int i = 0; same && i < magic.length; i++) {
      same = (head[i] & 0xff) == magic[i];
    }
    return same;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
