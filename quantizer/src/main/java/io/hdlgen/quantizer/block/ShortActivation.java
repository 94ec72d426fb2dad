package io.hdlgen.quantizer.block;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a neuron makes of its centred sum: value = base + what {@link #apply} leaves.
 *
 * @param base the value without thresholds, or the centre
 * @param step what each threshold adds; 0 if the sum itself is the value
 * @param below one less than each threshold, centred; only thresholds that some sums reach and
 *     others do not
 */
record ShortActivation(long base, short step, short[] below) {
  private static final int SIGN = Short.SIZE - 1;

  /** With more thresholds than these the reference is as fast. */
  private static final int MOST = 64;

  /**
   * The activation of a neuron, or nothing if its values do not fit.
   *
   * @param centre what is taken from the sums
   */
  static Optional<ShortActivation> of(
      Activation activation, int neuron, Interval accumulator, long centre) {
    return activation.accept(
        new Activation.Visitor<>() {
          @Override
          public Optional<ShortActivation> visit(Activation.Identity identity) {
            return Optional.of(new ShortActivation(centre, (short) 0, new short[0]));
          }

          @Override
          public Optional<ShortActivation> visit(Activation.ShiftRelu relu) {
            // Value v is reached at v * 2^drop; sums have 16 bits, but need not be near to 0.
            long most = Math.max(0, accumulator.max()) >> relu.drop();
            long levels = relu.bits() > 30 ? most : Math.min(most, (1L << relu.bits()) - 1);
            if (levels > Short.MAX_VALUE) {
              return Optional.empty();
            }
            long[] thresholds = new long[(int) levels];
            Arrays.setAll(thresholds, v -> v + 1L << relu.drop());
            return thresholds(0, 1, LongVector.of(thresholds), accumulator, centre);
          }

          @Override
          public Optional<ShortActivation> visit(Activation.MultiThreshold multi) {
            return thresholds(
                multi.first(), multi.step(), multi.thresholds().row(neuron), accumulator, centre);
          }
        });
  }

  private static Optional<ShortActivation> thresholds(
      long first, long step, LongVector row, Interval accumulator, long centre) {
    int always = 0;
    while (always < row.size() && row.get(always) <= accumulator.min()) {
      always++;
    }
    int reached = always;
    while (reached < row.size() && row.get(reached) <= accumulator.max()) {
      reached++;
    }
    short[] below = new short[reached - always];
    if (below.length > MOST || below.length > 0 && step > Short.MAX_VALUE / below.length) {
      return Optional.empty();
    }
    for (int t = 0; t < below.length; t++) {
      below[t] = (short) (row.get(always + t) - 1 - centre);
    }
    // A step of 0 would mean the sum itself; without thresholds it may be too great for a short.
    short gain = below.length == 0 ? 1 : (short) step;
    return Optional.of(new ShortActivation(first + step * always, gain, below));
  }

  /** Whether values differ from the base. */
  boolean isMoving() {
    return step == 0 || below.length > 0;
  }

  /** Turns sums into values, in place. */
  void apply(short[] sums, short[] scratch, int rows) {
    if (step == 0) {
      return;
    }
    if (below.length == 3 && step == 1) {
      twoBits(sums, scratch, rows);
      return;
    }
    short[] values = new short[rows];
    for (short threshold : below) {
      difference(scratch, threshold, sums, rows);
      addSigns(values, scratch, step, rows);
    }
    System.arraycopy(values, 0, sums, 0, rows);
  }

  /**
   * Three thresholds: bit 1 of the count is whether the second is reached, bit 0 whether an odd
   * number is.
   */
  private void twoBits(short[] sums, short[] scratch, int rows) {
    difference(scratch, below[1], sums, rows);
    parity(sums, below[0], below[1], below[2], rows);
    join(sums, scratch, rows);
  }

  /** Signs are -1: masks in their place would end the vectors. */
  private static void join(short[] odd, short[] two, int rows) {
    for (int r = 0; r < rows; r++) {
      odd[r] = (short) (-(odd[r] >> SIGN) - ((two[r] >> SIGN) << 1));
    }
  }

  private static void parity(short[] sums, short a, short b, short c, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] = (short) (a - sums[r] ^ b - sums[r] ^ c - sums[r]);
    }
  }

  /** Negative where the threshold is reached. */
  private static void difference(short[] result, short below, short[] sums, int rows) {
    for (int r = 0; r < rows; r++) {
      result[r] = (short) (below - sums[r]);
    }
  }

  /** The shift is alone with what was loaded: of a computed {@code short} there are no vectors. */
  private static void addSigns(short[] values, short[] differences, short step, int rows) {
    for (int r = 0; r < rows; r++) {
      values[r] = (short) (values[r] + (differences[r] >> SIGN & step));
    }
  }
}
