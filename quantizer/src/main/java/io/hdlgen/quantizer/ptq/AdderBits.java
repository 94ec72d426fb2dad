package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.Arrays;

/**
 * A rough cost of a network in hardware of its own, in bits of adders and comparators.
 *
 * <p>A neuron sums as many terms as its weights have non-zero digits in canonical signed digits
 * (Avizienis, "Signed-Digit Number Representations for Fast Parallel Arithmetic", 1961): one adder
 * less than terms, each as wide as the accumulator. Up to 7 thresholds are comparators of this
 * width; more are a binary search with a table. The class takes one comparison less than there are
 * scores. Sharing between neurons is not seen.
 */
public final class AdderBits {
  private static final int PARALLEL_THRESHOLDS = 7;

  /** Bits of a table that cost as much as one bit of an adder. */
  private static final double TABLE_BITS = 32;

  private AdderBits() {}

  /** The cost of {@code network}. */
  public static double of(IntegerNetwork network) {
    NetworkRanges ranges = NetworkRanges.of(network);
    double cost = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      for (int n = 0; n < layer.outputs(); n++) {
        Interval sum = ranges.accumulators().get(l).get(n);
        cost += sum.width() * (adders(layer.weights().row(n)) + comparators(layer, n, sum));
        if (l == network.layers().size() - 1 && n > 0) {
          cost += sum.width();
        }
      }
    }
    return cost;
  }

  private static int adders(LongVector weights) {
    int digits = Arrays.stream(weights.toArray()).mapToInt(AdderBits::digits).sum();
    return Math.max(0, digits - 1);
  }

  /** Non-zero canonical signed digits: the bits in which {@code 3 w} and {@code w} differ. */
  static int digits(long weight) {
    return Long.bitCount(weight ^ (3 * weight));
  }

  private static double comparators(DenseLayer layer, int neuron, Interval sum) {
    if (!(layer.activation() instanceof Activation.MultiThreshold thresholds)) {
      return 0;
    }
    long levels =
        Arrays.stream(thresholds.thresholds().row(neuron).toArray())
            .filter(threshold -> threshold > sum.min() && threshold <= sum.max())
            .distinct()
            .count();
    return levels <= PARALLEL_THRESHOLDS
        ? levels
        : Long.SIZE - Long.numberOfLeadingZeros(levels) + levels / TABLE_BITS;
  }
}
