package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A last layer with a ReLU on every output: the sums are brought to a common unit, offsets
 * included, so that zero is zero, and cut there.
 */
final class RectifiedOutputs {
  private static final long MAX_NUMBER = (1L << 31) - 1;

  private RectifiedOutputs() {}

  /**
   * The layer.
   *
   * @param layer gives the sums, without activation
   * @param ranges of the sums
   * @param gains real output k is {@code gains[k] * sum[k] + offsets[k]}; not negative
   * @return nothing if gains and offsets are no small multiples of one number
   */
  static Optional<DenseLayer> of(
      DenseLayer layer, List<Interval> ranges, double[] gains, double[] offsets) {
    double[] all = new double[2 * gains.length];
    System.arraycopy(gains, 0, all, 0, gains.length);
    System.arraycopy(offsets, 0, all, gains.length, offsets.length);
    OptionalDouble unit = CommonUnit.of(all, MAX_NUMBER);
    if (unit.isEmpty() || !(layer.activation() instanceof Activation.Identity)) {
      return Optional.empty();
    }
    long[][] weights = new long[layer.outputs()][];
    long[] biases = new long[layer.outputs()];
    long greatest = 1;
    for (int k = 0; k < weights.length; k++) {
      long multiplier = Math.round(gains[k] / unit.getAsDouble());
      weights[k] = layer.weights().row(k).toArray();
      for (int i = 0; i < weights[k].length; i++) {
        weights[k][i] = Math.multiplyExact(weights[k][i], multiplier);
      }
      long offset = Math.round(offsets[k] / unit.getAsDouble());
      biases[k] = Math.addExact(Math.multiplyExact(layer.biases().get(k), multiplier), offset);
      Interval sum = ranges.get(k).times(multiplier).plus(Interval.of(offset));
      greatest = Math.max(greatest, sum.max());
    }
    return Optional.of(
        new DenseLayer(
            layer.name(),
            LongMatrix.of(weights),
            LongVector.of(biases),
            new Activation.ShiftRelu(0, Interval.of(greatest).width())));
  }
}
