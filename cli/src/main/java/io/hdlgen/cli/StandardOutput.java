package io.hdlgen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output. When it is a pipe whose reader has gone, as in {@code hdlgen ... | head}, all
 * further output is dropped in silence; other failures are thrown as ever.
 */
final class StandardOutput extends FilterOutputStream {
  private static final int FILE_TYPE = 0170000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;

  private boolean abandoned;

  StandardOutput() {
    super(new FileOutputStream(FileDescriptor.out));
  }

  /** Whether the reader has gone before it had all. */
  boolean isAbandoned() {
    return abandoned;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (abandoned) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!isPipe()) {
        throw e;
      }
      abandoned = true;
    }
  }

  /**
   * Whether this is a pipe: writing to one fails for no other reason. The exception does not tell,
   * as its message is in the language of the system.
   */
  private static boolean isPipe() {
    try {
      int mode = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
      return (mode & FILE_TYPE) == FIFO || (mode & FILE_TYPE) == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
