package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;

/**
 * A staircase of fewer and greater steps: of every {@code 2^lost} thresholds of a neuron the last
 * remains, for as many steps: {@code first + step * 2^lost * floor(count / 2^lost)}, where {@code
 * count} thresholds were reached. What {@link ShiftReluWidth} is to a quantized ReLU.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023, which cuts activations to fewer bits.
 *
 * @param lost 0 or more
 */
public record CoarserThresholds(int lost) implements LayerApproximation {
  public CoarserThresholds {
    if (lost < 0) {
      throw new IllegalArgumentException(lost + " bits");
    }
  }

  /** The most bits that leave a layer a threshold; 0 of other activations. */
  public static int most(DenseLayer layer) {
    return layer.activation() instanceof Activation.MultiThreshold steps
            && steps.thresholds().columns() > 0
        ? 31 - Integer.numberOfLeadingZeros(steps.thresholds().columns())
        : 0;
  }

  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    if (lost == 0) {
      return layer;
    }
    if (lost > most(layer)) {
      throw new IllegalArgumentException(
          "layer " + layer.name() + " has no 2^" + lost + " thresholds a neuron");
    }
    Activation.MultiThreshold steps = (Activation.MultiThreshold) layer.activation();
    int every = 1 << lost;
    long[][] kept = new long[layer.outputs()][steps.thresholds().columns() / every];
    for (int n = 0; n < kept.length; n++) {
      for (int k = 0; k < kept[n].length; k++) {
        kept[n][k] = steps.thresholds().get(n, (k + 1) * every - 1);
      }
    }
    return layer.withActivation(
        new Activation.MultiThreshold(
            steps.first(), Math.multiplyExact(steps.step(), (long) every), LongMatrix.of(kept)));
  }
}
