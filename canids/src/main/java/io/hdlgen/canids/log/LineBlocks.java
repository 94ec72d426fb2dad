package io.hdlgen.canids.log;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * Blocks of whole lines of a stream, which a thread of its own reads and decompresses ahead of who
 * takes them. Hands over what it has when nothing else waits to be taken, or nothing more can be
 * read at once: a live source is followed at once, a file in large blocks.
 */
final class LineBlocks implements AutoCloseable {
  /** Bytes of a block: no line is longer. */
  static final int BLOCK_BYTES = 1 << 18;

  private static final int BLOCKS = 4;

  /** A block; none follows one without lines, which may tell why. */
  private record Block(byte[] bytes, int length, Throwable failure) {}

  private final String name;
  private final int firstLines;
  private final CountedStream in;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final Thread thread;
  private Block current;

  /**
   * Begins to read.
   *
   * @param name what messages call the stream
   * @param firstLines lines that the first block has at least, unless the stream ends before
   */
  LineBlocks(InputStream in, String name, int firstLines) {
    this.in = new CountedStream(in);
    this.name = name;
    this.firstLines = firstLines;
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new byte[BLOCK_BYTES]);
    }
    thread = new Thread(this::run, "can-log-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes the next block, in place of the one before; false after the last.
   *
   * @throws InvalidInputException if the stream cannot be read on
   */
  boolean next() {
    try {
      if (current != null) {
        if (current.length() == 0) {
          return false;
        }
        free.put(current.bytes());
      }
      current = full.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    Throwable failure = current.failure();
    if (failure instanceof InvalidInputException known) {
      throw known;
    }
    if (failure instanceof IOException) {
      throw new InvalidInputException(
          name,
          "what cannot be read on: " + failure.getMessage(),
          "a whole log, plain or gzip",
          failure);
    }
    if (failure != null) {
      throw new IllegalStateException("reading " + name, failure);
    }
    return current.length() > 0;
  }

  /** The bytes of the block, from 0 to {@link #length}. */
  byte[] bytes() {
    return current.bytes();
  }

  int length() {
    return current.length();
  }

  /** Bytes taken from the stream, compressed where it is. */
  long bytesRead() {
    return in.count();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      try {
        byte[] rest = read(in.decompressed());
        full.put(new Block(rest, 0, null));
      } catch (IOException | RuntimeException | Error e) {
        full.put(new Block(new byte[0], 0, e));
      }
    } catch (InterruptedException e) {
      // Nobody takes blocks any more.
      Thread.currentThread().interrupt();
    }
  }

  private byte[] read(InputStream lines) throws IOException, InterruptedException {
    byte[] bytes = free.take();
    int filled = 0;
    boolean isFirst = true;
    while (true) {
      int count = lines.read(bytes, filled, BLOCK_BYTES - filled);
      if (count < 0) {
        break;
      }
      filled += count;
      boolean isFull = filled == BLOCK_BYTES;
      boolean isMore = !full.isEmpty() && lines.available() > 0;
      if (!isFull && (isMore || isFirst && newLines(bytes, filled) < firstLines)) {
        continue;
      }
      int cut = lastNewLine(bytes, filled) + 1;
      if (cut == 0) {
        if (isFull) {
          throw new InvalidInputException(
              name, "a line of more than " + BLOCK_BYTES + " bytes", "a log of CAN frames");
        }
        continue;
      }
      byte[] next = free.take();
      System.arraycopy(bytes, cut, next, 0, filled - cut);
      full.put(new Block(bytes, cut, null));
      bytes = next;
      filled -= cut;
      isFirst = false;
    }
    if (filled > 0) {
      byte[] next = free.take();
      full.put(new Block(bytes, filled, null));
      bytes = next;
    }
    return bytes;
  }

  private static int lastNewLine(byte[] bytes, int length) {
    int i = length - 1;
    while (i >= 0 && bytes[i] != '\n') {
      i--;
    }
    return i;
  }

  private static int newLines(byte[] bytes, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
