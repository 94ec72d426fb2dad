package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Quantizes a hidden layer, neuron by neuron, on the values of the quantized layers before it. */
final class HiddenLayerFitter {
  private final Prefix prefix;
  private final LayerPrecision precision;
  private final Calibration calibration;
  private final FitEffort effort;

  HiddenLayerFitter(
      Prefix prefix, LayerPrecision precision, Calibration calibration, FitEffort effort) {
    this.prefix = prefix;
    this.precision = precision;
    this.calibration = calibration;
    this.effort = effort;
  }

  /**
   * The prefix that ends with {@code layer}. Neurons are fitted side by side, each by itself, and
   * so to the same integers on any number of processors.
   *
   * @param wanted its weights in units of the input codes, {@code [outputs][inputs]}
   * @param targets before the activation, in the float network, {@code [outputs][rows]}
   */
  Prefix fit(FloatLayer layer, double[][] wanted, double[][] targets) {
    ValueCodes codes = ValueCodes.of(layer.activation(), precision.activationBits());
    QuantizedInputs inputs = prefix.inputs();
    if (effort != FitEffort.NEAREST) {
      inputs.covariance();
    }
    HiddenNeuronFitter fitter =
        new HiddenNeuronFitter(
            inputs, layer.activation(), WeightLevels.of(precision.weights()), codes, calibration);
    int outputs = wanted.length;
    int[][] weights = new int[outputs][];
    long[][] thresholds = new long[outputs][];
    double[][] values = new double[outputs][];
    double[] scales = new double[outputs];
    IntStream.range(0, outputs)
        .parallel()
        .forEach(
            n -> {
              QuantizedNeuron neuron = fitter.fit(wanted[n], targets[n], effort);
              weights[n] = neuron.weights();
              thresholds[n] = neuron.thresholds(accumulatorRange(weights[n], prefix.ranges()));
              values[n] = inputs.accumulate(weights[n]);
              for (int r = 0; r < values[n].length; r++) {
                values[n][r] = neuron.code(values[n][r]);
              }
              scales[n] = neuron.levels().spacing() / codes.step();
            });
    List<IntegerLayer> layers = new ArrayList<>(prefix.layers());
    layers.add(new IntegerLayer(layer.name(), weights, thresholds, codes));
    Interval[] ranges = new Interval[outputs];
    Arrays.fill(ranges, codes.range());
    return new Prefix(List.copyOf(layers), new QuantizedInputs(values), scales, ranges);
  }

  private static Interval accumulatorRange(int[] weights, Interval[] ranges) {
    Interval sum = Interval.of(0);
    for (int i = 0; i < weights.length; i++) {
      sum = sum.plus(ranges[i].times(weights[i]));
    }
    return sum;
  }
}
