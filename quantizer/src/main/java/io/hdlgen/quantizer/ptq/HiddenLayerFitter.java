package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.network.Interval;

/** Quantizes a hidden layer, neuron by neuron, on the values of the quantized layer before it. */
final class HiddenLayerFitter {
  private final QuantizedInputs inputs;
  private final WeightRange weightRange;

  HiddenLayerFitter(QuantizedInputs inputs, WeightRange weightRange) {
    this.inputs = inputs;
    this.weightRange = weightRange;
  }

  /**
   * A quantized layer and what the next one needs to know of it.
   *
   * @param values codes on the calibration rows, {@code [outputs][rows]}
   * @param scales what a step of one in each code means, {@code [outputs]}
   */
  record Hidden(IntegerLayer layer, double[][] values, double[] scales) {}

  /**
   * Quantizes {@code layer}.
   *
   * @param wanted its weights in units of the input codes, {@code [outputs][inputs]}
   * @param targets before the activation, in the float network, {@code [outputs][rows]}
   * @param ranges of the input codes, {@code [inputs]}
   */
  Hidden fit(
      FloatLayer layer,
      double[][] wanted,
      double[][] targets,
      Interval[] ranges,
      int activationBits) {
    ValueCodes codes = ValueCodes.of(layer.activation(), activationBits);
    HiddenNeuronFitter fitter =
        new HiddenNeuronFitter(inputs, layer.activation(), weightRange, codes);
    int outputs = wanted.length;
    int[][] weights = new int[outputs][];
    long[][] thresholds = new long[outputs][];
    double[][] values = new double[outputs][];
    double[] scales = new double[outputs];
    for (int n = 0; n < outputs; n++) {
      QuantizedNeuron neuron = fitter.fit(wanted[n], targets[n]);
      weights[n] = neuron.weights();
      thresholds[n] = neuron.thresholds(accumulatorRange(weights[n], ranges));
      values[n] = inputs.accumulate(weights[n]);
      for (int r = 0; r < values[n].length; r++) {
        values[n][r] = neuron.code(values[n][r]);
      }
      scales[n] = neuron.levels().spacing() / codes.step();
    }
    return new Hidden(new IntegerLayer(layer.name(), weights, thresholds, codes), values, scales);
  }

  private static Interval accumulatorRange(int[] weights, Interval[] ranges) {
    Interval sum = Interval.of(0);
    for (int i = 0; i < weights.length; i++) {
      sum = sum.plus(ranges[i].times(weights[i]));
    }
    return sum;
  }
}
