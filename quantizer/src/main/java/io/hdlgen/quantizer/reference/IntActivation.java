package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;

/** The activation of one neuron, over a block of accumulators in {@code int}. */
interface IntActivation {

  /** The values; may be the same array, overwritten. */
  int[] apply(int[] accumulators);

  /** Whether every difference of two such accumulators, less 1, fits in {@code int}. */
  static boolean takes(Interval accumulator) {
    return accumulator.min() > Integer.MIN_VALUE / 2 && accumulator.max() < Integer.MAX_VALUE / 2;
  }

  /** The activation of neuron {@code neuron}, for accumulators in the range {@code accumulator}. */
  static IntActivation of(Activation activation, int neuron, Interval accumulator) {
    return activation.accept(new Chooser(neuron, accumulator));
  }

  /** Picks the loop for an activation. */
  record Chooser(int neuron, Interval accumulator) implements Activation.Visitor<IntActivation> {
    @Override
    public IntActivation visit(Activation.Identity identity) {
      return accumulators -> accumulators;
    }

    @Override
    public IntActivation visit(Activation.ShiftRelu relu) {
      int drop = Math.min(31, relu.drop());
      int limit = relu.bits() >= 31 ? Integer.MAX_VALUE : (1 << relu.bits()) - 1;
      return accumulators -> {
        for (int r = 0; r < accumulators.length; r++) {
          accumulators[r] = Math.min(limit, Math.max(0, accumulators[r]) >> drop);
        }
        return accumulators;
      };
    }

    @Override
    public IntActivation visit(Activation.MultiThreshold activation) {
      LongVector row = activation.thresholds().row(neuron);
      int always = 0;
      while (always < row.size() && row.get(always) <= accumulator.min()) {
        always++;
      }
      int reached = always;
      while (reached < row.size() && row.get(reached) <= accumulator.max()) {
        reached++;
      }
      int[] thresholds = new int[reached - always];
      for (int level = 0; level < thresholds.length; level++) {
        thresholds[level] = (int) row.get(always + level);
      }
      int first = (int) (activation.first() + activation.step() * always);
      return new IntThresholds(first, (int) activation.step(), thresholds);
    }
  }
}
