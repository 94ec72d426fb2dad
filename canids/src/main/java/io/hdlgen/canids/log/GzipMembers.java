package io.hdlgen.canids.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What gzip members one behind the other hold (RFC 1952). Whatever is torn or is no member is an
 * error, also behind the first one; {@link java.util.zip.GZIPInputStream} passes over it, and over
 * whole members where the stream has nothing at hand just then.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int[] MAGIC = {0x1f, 0x8b, 8};
  private static final int RESERVED = 0xe0;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private int position;
  private int length;
  private boolean isInside;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    while (isInside || begins()) {
      int inflated = inflate(bytes, offset, count);
      if (inflated > 0 || count == 0) {
        check.update(bytes, offset, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        ends();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("gzip data with a dictionary");
      } else {
        need();
        inflater.setInput(buffer, position, length - position);
        position = length;
      }
    }
    return -1;
  }

  /** More than 0 if some bytes are there without waiting for others. */
  @Override
  public int available() throws IOException {
    return position < length || isInside && !inflater.needsInput() ? 1 : in.available();
  }

  private int inflate(byte[] bytes, int offset, int count) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, count);
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException(e.getMessage()).initCause(e);
    }
  }

  /** Reads a member's header; false at the end of the stream. */
  private boolean begins() throws IOException {
    if (position == length && !fill()) {
      return false;
    }
    for (int expected : MAGIC) {
      if (next() != expected) {
        throw new ZipException("bytes behind gzip data that are none");
      }
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("a gzip header with unknown flags");
    }
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass(number(2));
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && next() != 0) {
        // To the zero behind its last character.
      }
    }
    pass((flags & HEADER_CHECK) != 0 ? 2 : 0);
    inflater.reset();
    check.reset();
    isInside = true;
    return true;
  }

  private void ends() throws IOException {
    position = length - inflater.getRemaining();
    isInside = false;
    boolean isRight = number(4) == check.getValue();
    if (number(4) != (inflater.getBytesWritten() & 0xffff_ffffL) || !isRight) {
      throw new ZipException("gzip data that do not match their checksum");
    }
  }

  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) next() << 8 * i;
    }
    return number;
  }

  private void pass(long bytes) throws IOException {
    for (long i = 0; i < bytes; i++) {
      next();
    }
  }

  private int next() throws IOException {
    need();
    return buffer[position++] & 0xff;
  }

  private void need() throws IOException {
    if (position == length && !fill()) {
      throw new EOFException("Unexpected end of ZLIB input stream");
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    length = Math.max(0, in.read(buffer));
    return length > 0;
  }
}
