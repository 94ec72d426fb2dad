package io.hdlgen.quantizer.onnx.export;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;

/** Integers as the {@code float}s of an ONNX file, never rounded. */
final class ExactFloat {
  /** Up to here every integer is a {@code float}. */
  static final long MAX_INTEGER = 1L << 24;

  private ExactFloat() {}

  /**
   * The value as a float.
   *
   * @param what names it in the message
   * @throws InvalidInputException if no float is that integer
   */
  static float of(long value, String where, String what) {
    float rounded = value;
    if ((long) rounded != value || rounded == 0x1p63f) {
      throw new InvalidInputException(
          where,
          "the " + what + " " + value + ", which is no 32-bit float",
          "numbers that QONNX can hold: integers up to 2^24, greater ones of 24 significant bits");
    }
    return rounded;
  }

  /** All values as floats. */
  static float[] of(LongVector values, String where, String what) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = of(values.get(i), where, what);
    }
    return floats;
  }

  /** Whether all integers of the interval are floats. */
  static boolean holds(Interval interval) {
    return interval.min() >= -MAX_INTEGER && interval.max() <= MAX_INTEGER;
  }

  /** The data type that the QONNX tools call values of this range. */
  static String dataType(Interval interval) {
    if (interval.min() >= 0) {
      return interval.width() == 1 ? "BINARY" : "UINT" + interval.width();
    }
    return "INT" + Math.max(2, interval.width());
  }
}
