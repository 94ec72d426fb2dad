package io.hdlgen.canids.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** A stream whose bytes are counted; one thread reads it, any may ask for the count. */
final class CountedStream extends InputStream {
  private static final int[] GZIP = {0x1f, 0x8b};

  private final InputStream in;
  private volatile long count;

  CountedStream(InputStream in) {
    this.in = in;
  }

  /** Bytes taken so far. */
  long count() {
    return count;
  }

  /** What the stream holds: unpacked if it is gzip. Counted are the bytes as they lie there. */
  InputStream decompressed() throws IOException {
    PushbackInputStream start = new PushbackInputStream(this, GZIP.length);
    byte[] magic = new byte[GZIP.length];
    int length = start.readNBytes(magic, 0, GZIP.length);
    start.unread(magic, 0, length);
    boolean isGzip =
        length == GZIP.length && (magic[0] & 0xff) == GZIP[0] && (magic[1] & 0xff) == GZIP[1];
    return isGzip ? new GzipMembers(start) : start;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int taken = in.read(bytes, offset, length);
    add(Math.max(0, taken));
    return taken;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the thread that reads writes it
  private void add(int bytes) {
    count += bytes;
  }
}
