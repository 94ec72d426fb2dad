package io.hdlgen.quantizer.onnx.integer;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The scale of weights that an exporter has multiplied out: every weight is a small integer times
 * one {@code float} scale, rounded to {@code float}. The scale found gives back each weight to the
 * last bit.
 */
final class FoldedScale {
  private static final int MAX_SMALLEST = 128;
  private static final double MAX_INTEGER = 1 << 15;
  private static final double TOLERANCE = 0x1p-22;
  private static final int NEIGHBOURS = 4;

  private FoldedScale() {}

  /** The scale of these values; empty if they have none. */
  static OptionalDouble of(double[] values) {
    double[] magnitudes =
        DoubleStream.of(values).map(Math::abs).filter(x -> x != 0).sorted().distinct().toArray();
    for (int smallest = 1; magnitudes.length > 0 && smallest <= MAX_SMALLEST; smallest++) {
      double guess = magnitudes[0] / smallest;
      if (areMultiples(magnitudes, guess)) {
        return exact(magnitudes, guess);
      }
    }
    return OptionalDouble.empty();
  }

  private static boolean areMultiples(double[] magnitudes, double guess) {
    for (double magnitude : magnitudes) {
      double ratio = magnitude / guess;
      if (ratio > MAX_INTEGER || Math.abs(ratio - Math.rint(ratio)) > ratio * TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble exact(double[] magnitudes, double guess) {
    float candidate = (float) guess;
    for (int step = 0; step < NEIGHBOURS; step++) {
      candidate = Math.nextDown(candidate);
    }
    for (int step = 0; step <= 2 * NEIGHBOURS; step++) {
      float scale = candidate;
      if (DoubleStream.of(magnitudes).allMatch(x -> (float) (Math.rint(x / guess) * scale) == x)) {
        return OptionalDouble.of(scale);
      }
      candidate = Math.nextUp(candidate);
    }
    return OptionalDouble.empty();
  }
}
