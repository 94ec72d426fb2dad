package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds lines of text from numbers, byte by byte, in blocks that it hands on when full. */
final class LineBuffer {
  /** A line is no longer, but for comments. */
  private static final int LINE_BYTES = 512;

  private static final long MICROSECONDS = 1_000_000;
  private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final int FRACTION_DIGITS = 6;

  private final BackgroundOutput out;
  private final byte[] digits;
  private byte[] block;
  private int length;

  LineBuffer(BackgroundOutput out, boolean isUpperCase) {
    this.out = out;
    digits = isUpperCase ? UPPER : LOWER;
    block = out.take();
  }

  /** Ends the line. */
  void newLine() throws IOException {
    block[length++] = '\n';
    if (block.length - length < LINE_BYTES) {
      flush();
    }
  }

  /** Hands on what there is. */
  void flush() throws IOException {
    byte[] bytes = block;
    int count = length;
    length = 0;
    if (count > 0) {
      out.write(bytes, count);
      block = out.take();
    }
  }

  /** A line of any text. */
  void line(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += LINE_BYTES / 2) {
      if (block.length - length < LINE_BYTES) {
        flush();
      }
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LINE_BYTES / 2));
      System.arraycopy(part, 0, block, length, part.length);
      length += part.length;
    }
    newLine();
  }

  void put(char c) {
    block[length++] = (byte) c;
  }

  /** A short text of ASCII characters. */
  void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      block[length++] = (byte) text.charAt(i);
    }
  }

  /** The lowest hexadecimal digits of a number. */
  void hex(int value, int count) {
    for (int shift = 4 * (count - 1); shift >= 0; shift -= 4) {
      block[length++] = digits[value >>> shift & 0xf];
    }
  }

  /** A digit, 0 to 9. */
  void digit(int value) {
    block[length++] = digits[value];
  }

  /** The data bytes of a frame, each behind a separator; 0 for none. */
  void data(CanFrame frame, char separator) {
    for (int i = 0; !frame.remote() && i < frame.length(); i++) {
      if (separator != 0) {
        put(separator);
      }
      hex(frame.dataByte(i), 2);
    }
  }

  /**
   * A time in seconds with six digits behind the point.
   *
   * @param minDigits digits before the point, filled with zeros, at least 1
   */
  void time(long timeUs, int minDigits) {
    if (timeUs < 0) {
      throw new IllegalArgumentException("negative time " + timeUs);
    }
    decimal(timeUs / MICROSECONDS, minDigits);
    put('.');
    decimal(timeUs % MICROSECONDS, FRACTION_DIGITS);
  }

  private void decimal(long value, int minDigits) {
    int count = minDigits;
    long power = 1;
    for (int i = 1; i < minDigits; i++) {
      power *= 10;
    }
    while (value / 10 >= power) {
      power *= 10;
      count++;
    }
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      block[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }
}
