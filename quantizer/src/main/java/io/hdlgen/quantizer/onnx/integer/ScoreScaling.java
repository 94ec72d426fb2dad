package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Integer multipliers and offsets that order the last layer's values as the real outputs do.
 *
 * @param multipliers each at least 1
 * @param note what to tell the user if the order is not certain to be the same
 */
record ScoreScaling(LongVector multipliers, LongVector offsets, Optional<String> note) {
  private static final long MAX_EXACT_MULTIPLIER = 1 << 16;
  private static final long MAX_NUMBER = (1L << 31) - 1;
  private static final int MAX_BITS = 30;

  /**
   * The scaling for outputs {@code gains[k] * value[k] + offsets[k]}.
   *
   * @param gains not negative; one of 0 has a value of 0 alone
   * @param ranges of the values
   */
  static ScoreScaling of(double[] gains, double[] offsets, List<Interval> ranges) {
    double[] positive = withoutZeros(gains);
    boolean sameOffset = Arrays.stream(offsets).distinct().count() == 1;
    double[] shifts = sameOffset ? new double[offsets.length] : offsets;
    if (Arrays.stream(positive).distinct().count() == 1) {
      Optional<ScoreScaling> ranked = FractionRanks.of(positive[0], shifts, MAX_NUMBER);
      if (ranked.isPresent()) {
        return ranked.get();
      }
    }
    double[] all = new double[2 * positive.length];
    System.arraycopy(positive, 0, all, 0, positive.length);
    System.arraycopy(shifts, 0, all, positive.length, shifts.length);
    OptionalDouble unit = CommonUnit.of(all, MAX_NUMBER);
    double greatest = Arrays.stream(positive).max().orElseThrow();
    if (unit.isPresent() && greatest / unit.getAsDouble() <= MAX_EXACT_MULTIPLIER) {
      return rounded(positive, shifts, unit.getAsDouble());
    }
    ScoreOrder order = new ScoreOrder(positive, shifts, ranges);
    ScoreScaling best = null;
    for (int bits = 0; bits <= MAX_BITS; bits++) {
      double step = Math.scalb(greatest, -bits);
      if (Arrays.stream(shifts).anyMatch(shift -> Math.abs(shift) / step > MAX_NUMBER)) {
        break;
      }
      ScoreScaling candidate = rounded(positive, shifts, step);
      best = candidate;
      if (order.isPracticable() && order.isKept(candidate)) {
        return candidate;
      }
    }
    if (unit.isPresent()) {
      return rounded(positive, shifts, unit.getAsDouble());
    }
    return best == null ? dominated(positive, shifts) : best.withNote(positive, ranges);
  }

  private static double[] withoutZeros(double[] gains) {
    double greatest = Arrays.stream(gains).max().orElseThrow();
    double instead = greatest == 0 ? 1 : greatest;
    return Arrays.stream(gains).map(gain -> gain == 0 ? instead : gain).toArray();
  }

  private static ScoreScaling rounded(double[] gains, double[] offsets, double unit) {
    long[] multipliers =
        Arrays.stream(gains).mapToLong(gain -> Math.max(1, Math.round(gain / unit))).toArray();
    long[] shifts = Arrays.stream(offsets).mapToLong(offset -> Math.round(offset / unit)).toArray();
    long divisor = 0;
    for (int k = 0; k < shifts.length; k++) {
      divisor = gcd(gcd(divisor, multipliers[k]), Math.abs(shifts[k]));
    }
    for (int k = 0; k < shifts.length; k++) {
      multipliers[k] /= divisor;
      shifts[k] /= divisor;
    }
    return new ScoreScaling(LongVector.of(multipliers), LongVector.of(shifts), Optional.empty());
  }

  /** Offsets so great beside the gains that they would not fit: the greatest of them is 31 bits. */
  private static ScoreScaling dominated(double[] gains, double[] offsets) {
    double greatest = Arrays.stream(offsets).map(Math::abs).max().orElseThrow();
    ScoreScaling scaling = rounded(gains, offsets, greatest / MAX_NUMBER);
    return new ScoreScaling(
        scaling.multipliers,
        scaling.offsets,
        Optional.of(
            "Output offsets exceed the output scales by more than 31 bits; scores are rounded to"
                + " units of "
                + greatest / MAX_NUMBER));
  }

  private ScoreScaling withNote(double[] gains, List<Interval> ranges) {
    double unit = Arrays.stream(gains).max().orElseThrow() / multipliers.get(largest(gains));
    double reach =
        ranges.stream()
            .mapToDouble(range -> Math.max(Math.abs(range.min()), Math.abs(range.max())))
            .max()
            .orElseThrow();
    return new ScoreScaling(
        multipliers,
        offsets,
        Optional.of(
            "Score multipliers are rounded to 32 bits: classes whose real outputs differ by less"
                + " than "
                + unit * (reach + 1)
                + " may change places"));
  }

  private static int largest(double[] gains) {
    int largest = 0;
    for (int k = 1; k < gains.length; k++) {
      largest = gains[k] > gains[largest] ? k : largest;
    }
    return largest;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
