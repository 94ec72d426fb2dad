package io.hdlgen.quantizer.onnx.integer;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The greatest number of which given numbers are all whole multiples, found exactly. */
final class CommonUnit {
  private CommonUnit() {}

  /**
   * The greatest common unit of numbers as they are, to the last bit.
   *
   * @param values finite; zeros count for nothing
   * @param maxRatio the greatest multiple that is allowed
   * @return nothing if a value would be a greater multiple of the unit; 1 if all are zero
   */
  static OptionalDouble of(double[] values, long maxRatio) {
    double[] magnitudes =
        DoubleStream.of(values).map(Math::abs).filter(x -> x != 0).sorted().distinct().toArray();
    if (magnitudes.length == 0) {
      return OptionalDouble.of(1);
    }
    double smallest = magnitudes[0];
    double greatest = magnitudes[magnitudes.length - 1];
    if (greatest / smallest > maxRatio) {
      return OptionalDouble.empty();
    }
    // Within the ratio, one power of two makes integers of all.
    int exponent = Math.getExponent(smallest) - 52;
    BigInteger unit = BigInteger.ZERO;
    for (double magnitude : magnitudes) {
      unit = unit.gcd(integer(magnitude, exponent));
      if (greatest / unit(unit, exponent) > maxRatio) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(unit(unit, exponent));
  }

  private static BigInteger integer(double value, int exponent) {
    int own = Math.getExponent(value) - 52;
    long mantissa = (Double.doubleToLongBits(value) & ((1L << 52) - 1)) | (1L << 52);
    return BigInteger.valueOf(mantissa).shiftLeft(own - exponent);
  }

  private static double unit(BigInteger unit, int exponent) {
    return unit.doubleValue() * Math.scalb(1.0, exponent);
  }
}
