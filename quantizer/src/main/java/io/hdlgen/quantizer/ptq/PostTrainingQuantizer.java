package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns a float network into an integer network, without training. */
public final class PostTrainingQuantizer {
  private static final int MAX_ROWS = 4096;

  private final FloatNetwork network;
  private final PtqOptions options;
  private final double[][] rows;

  private PostTrainingQuantizer(FloatNetwork network, double[][] rows, PtqOptions options) {
    this.network = network;
    this.options = options;
    this.rows = rows;
  }

  public static IntegerNetwork quantize(
      FloatNetwork network, double[][] calibrationRows, PtqOptions options) {
    return new PostTrainingQuantizer(network, calibrationRows, options).quantize();
  }

  private IntegerNetwork quantize() {
    List<InputFeature> features =
        InputQuantizer.features(network.featureNames(), rows, options);
    double[][] sample = sample(rows);
    WeightRange weightRange = WeightRange.ofBits(options.weightBits());
    // Column-wise: [inputs][rows].
    double[][] real = transpose(sample);
    double[][] codes = new double[features.size()][sample.length];
    double[] scales = new double[features.size()];
    List<Interval> ranges = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      for (int r = 0; r < sample.length; r++) {
        codes[i][r] = features.get(i).encode(sample[r][i]);
      }
      scales[i] = features.get(i).scale();
      ranges.add(features.get(i).range());
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < network.layers().size(); l++) {
      FloatLayer layer = network.layers().get(l);
      double[][] targets = preActivations(layer, real);
      double[][] wanted = new double[targets.length][];
      for (int n = 0; n < wanted.length; n++) {
        wanted[n] = layer.weights().getRow(n);
        for (int i = 0; i < scales.length; i++) {
          wanted[n][i] *= scales[i];
        }
      }
      QuantizedInputs inputs = new QuantizedInputs(codes);
      if (l == network.layers().size() - 1) {
        OutputLayerFitter.Output output =
            new OutputLayerFitter(inputs, weightRange).fit(layer.name(), wanted, targets, ranges);
        layers.add(output.layer());
        return new IntegerNetwork(
            network.name(),
            features,
            layers,
            output.decision(),
            IntStream.range(0, Math.max(2, targets.length)).mapToObj(Integer::toString).toList());
      }
      ValueCodes values = ValueCodes.of(layer.activation(), options.activationBits());
      HiddenNeuronFitter fitter =
          new HiddenNeuronFitter(inputs, layer.activation(), weightRange, values);
      int[][] q = new int[targets.length][];
      List<QuantizedNeuron> neurons = new ArrayList<>();
      for (int n = 0; n < targets.length; n++) {
        neurons.add(fitter.fit(wanted[n], targets[n]));
        q[n] = neurons.get(n).weights();
      }
      LongMatrix weights = Weights.matrix(q);
      LongVector zero = LongVector.filled(q.length, 0);
      List<Interval> accumulators =
          NetworkRanges.accumulators(
              new DenseLayer(layer.name(), weights, zero, new Activation.Identity()), ranges);
      List<LongVector> thresholds = new ArrayList<>();
      double[][] next = new double[q.length][];
      scales = new double[q.length];
      ranges = new ArrayList<>();
      for (int n = 0; n < q.length; n++) {
        QuantizedNeuron neuron = neurons.get(n);
        thresholds.add(LongVector.of(neuron.thresholds(accumulators.get(n))));
        next[n] = inputs.accumulate(q[n]);
        for (int r = 0; r < next[n].length; r++) {
          next[n][r] = neuron.code(next[n][r]);
        }
        scales[n] = neuron.levels().spacing() / values.step();
        ranges.add(
            new Interval(
                neuron.code(accumulators.get(n).min()), neuron.code(accumulators.get(n).max())));
      }
      layers.add(
          new DenseLayer(
              layer.name(),
              weights,
              zero,
              new Activation.MultiThreshold(
                  values.first(),
                  values.step(),
                  LongMatrix.ofRows(thresholds, values.count()))));
      codes = next;
      for (double[] column : targets) {
        for (int r = 0; r < column.length; r++) {
          column[r] = layer.activation().apply(column[r]);
        }
      }
      real = targets;
    }
    throw new IllegalStateException("a network without layers");
  }

  private static double[][] preActivations(FloatLayer layer, double[][] columns) {
    int rows = columns[0].length;
    double[][] sums = new double[layer.weights().getRowDimension()][rows];
    for (int n = 0; n < sums.length; n++) {
      double[] w = layer.weights().getRow(n);
      java.util.Arrays.fill(sums[n], layer.biases().getEntry(n));
      for (int i = 0; i < columns.length; i++) {
        for (int r = 0; r < rows; r++) {
          sums[n][r] += w[i] * columns[i][r];
        }
      }
    }
    return sums;
  }

  private static double[][] transpose(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][r] = rows[r][i];
      }
    }
    return columns;
  }

  private static double[][] sample(double[][] rows) {
    if (rows.length <= MAX_ROWS) {
      return rows;
    }
    double[][] sample = new double[MAX_ROWS][];
    for (int r = 0; r < MAX_ROWS; r++) {
      sample[r] = rows[(int) ((long) r * rows.length / MAX_ROWS)];
    }
    return sample;
  }
}
