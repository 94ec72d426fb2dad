package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an integer network of a quantized one. Its thresholds are found by trying what training
 * computes of each sum, so the two differ in nothing, as long as sums are below 2^24, where floats
 * are exact. Greater ones, of many inputs of many bits, training rounds; the integer network does
 * not.
 */
final class IntegerConversion {
  private final Mlp network;
  private final List<LayerFormat> formats;

  IntegerConversion(Mlp network, List<LayerFormat> formats) {
    this.network = network;
    this.formats = formats;
  }

  IntegerNetwork convert(String name, List<InputFeature> features, List<String> classNames) {
    List<DenseLayer> layers = new ArrayList<>();
    List<Interval> ranges = features.stream().map(InputFeature::range).toList();
    for (int l = 0; l < network.hidden().size(); l++) {
      DenseLayer layer = hidden(l, ranges);
      List<Interval> sums = NetworkRanges.accumulators(layer, ranges);
      List<Interval> values = new ArrayList<>();
      for (int n = 0; n < layer.outputs(); n++) {
        values.add(NetworkRanges.value(layer.activation(), n, sums.get(n)));
      }
      ranges = values;
      layers.add(layer);
    }
    int last = layers.size();
    Matrix codes = network.output().weights().effective();
    long[][] weights = new long[codes.columns()][];
    long[] offsets = new long[codes.columns()];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = row(codes, j);
      offsets[j] = network.output().biasCode(j, network.scale(last));
    }
    layers.add(
        new DenseLayer(
            "layer" + last,
            LongMatrix.of(weights),
            LongVector.filled(weights.length, 0),
            new Activation.Identity()));
    LongVector ones = LongVector.filled(weights.length, 1);
    Decision decision =
        weights.length == 1
            ? new Decision.Threshold(ones, LongVector.of(0), -offsets[0])
            : new Decision.ArgMax(ones, LongVector.of(offsets));
    return new IntegerNetwork(name, features, layers, decision, classNames);
  }

  private DenseLayer hidden(int l, List<Interval> inputs) {
    HiddenLayer layer = network.hidden().get(l);
    layer.prepare(network.scale(l));
    Matrix codes = layer.weights().effective();
    int neurons = codes.columns();
    long[][] weights = new long[neurons][];
    for (int j = 0; j < neurons; j++) {
      boolean constant = layer.slope()[j] == 0 && formats.get(l).weights().hasZero();
      weights[j] = constant ? new long[codes.rows()] : row(codes, j);
    }
    DenseLayer sums =
        new DenseLayer(
            "layer" + l,
            LongMatrix.of(weights),
            LongVector.filled(neurons, 0),
            new Activation.Identity());
    List<Interval> ranges = NetworkRanges.accumulators(sums, inputs);
    ActivationFormat format = formats.get(l).activations();
    int levels = (format.max() - format.min()) / format.step();
    long[][] thresholds = new long[neurons][levels];
    for (int j = 0; j < neurons; j++) {
      for (int k = 0; k < levels; k++) {
        int wanted = format.min() + (k + 1) * format.step();
        thresholds[j][k] = smallest(layer, j, ranges.get(j), wanted);
      }
    }
    return new DenseLayer(
        sums.name(),
        sums.weights(),
        sums.biases(),
        new Activation.MultiThreshold(format.min(), format.step(), LongMatrix.of(thresholds)));
  }

  /** The smallest sum of a range whose code is at least {@code wanted}; one past it if none is. */
  private static long smallest(HiddenLayer layer, int j, Interval range, int wanted) {
    float slope = layer.slope()[j];
    float offset = layer.offset()[j];
    float scale = layer.nonlinearity().scale();
    long low = range.min();
    long high = Math.addExact(range.max(), 1);
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (layer.nonlinearity().at(slope * middle + offset, scale) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long[] row(Matrix codes, int neuron) {
    long[] row = new long[codes.rows()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (long) codes.get(i, neuron);
    }
    return row;
  }
}
