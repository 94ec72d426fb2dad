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
    if (Boolean.getBoolean("A")) { int C = 3, n0 = sample.length; java.util.Random rnd = new java.util.Random(2); double[][] big = new double[n0 * (C + 1)][]; for (int r = 0; r < n0; r++) big[r] = sample[r]; for (int r = n0; r < big.length; r++) { double[] a = sample[r % n0], b = sample[rnd.nextInt(n0)]; big[r] = new double[a.length]; double m = 0.4 * rnd.nextDouble(); for (int i = 0; i < a.length; i++) big[r][i] = a[i] + m * (b[i] - a[i]); } sample = big; }
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
        if (Integer.getInteger("P", 1) > 0 && options.weightBits() <= 3) {
          return refine(features, layers, output, targets, sample);
        }
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

  private IntegerNetwork refine(List<InputFeature> features, List<DenseLayer> layers, OutputLayerFitter.Output output, double[][] targets, double[][] sample) {
    WeightRange range = WeightRange.ofBits(options.weightBits());
    List<IntegerLayer> trial = new ArrayList<>();
    List<DenseLayer> all = new ArrayList<>(layers); all.add(output.layer());
    for (int l = 0; l < all.size(); l++) {
      DenseLayer d = all.get(l);
      int[][] w = new int[d.outputs()][d.inputs()];
      for (int n = 0; n < w.length; n++) for (int i = 0; i < w[n].length; i++) w[n][i] = (int) d.weights().get(n, i);
      long[][] t = null; ValueCodes vc = null;
      if (d.activation() instanceof Activation.MultiThreshold mt) {
        t = new long[w.length][];
        for (int n = 0; n < w.length; n++) t[n] = mt.thresholds().row(n).toArray();
        vc = ValueCodes.of(network.layers().get(l).activation(), options.activationBits());
      }
      trial.add(new IntegerLayer(w, t, vc));
    }
    int C = Integer.getInteger("C", 0), n0 = sample.length; double lam = Double.parseDouble(System.getProperty("L", "0.3"));
    double[][] big = new double[n0 * (C + 1)][];
    java.util.Random rnd = new java.util.Random(1);
    for (int r = 0; r < n0; r++) big[r] = sample[r];
    for (int r = n0; r < big.length; r++) { double[] a = sample[r % n0], b = sample[rnd.nextInt(n0)]; big[r] = new double[a.length]; double m = lam * rnd.nextDouble(); for (int i = 0; i < a.length; i++) big[r][i] = a[i] + m * (b[i] - a[i]); }
    sample = big;
    int[][] f = new int[sample.length][features.size()];
    double[][] logits = new double[sample.length][targets.length];
    for (int r = 0; r < sample.length; r++) {
      for (int i = 0; i < features.size(); i++) f[r][i] = (int) features.get(i).encode(sample[r][i]);
      logits[r] = network.outputs(sample[r]);
    }
    double[] biases = new double[targets.length];
    for (int k = 0; k < biases.length; k++) biases[k] = (double) Math.round(output.decision().offsets().get(k) / (double) output.decision().multipliers().get(k));
    TrialNetwork net = new TrialNetwork(trial, f, logits, output.scale(), biases);
    net.rescale();
    boolean v = Boolean.getBoolean("V");
    for (int pass = 0; pass < Integer.getInteger("P", 1); pass++) {
      int accepted = 0;
      for (int l = trial.size() - 1; l >= 0; l--) {
        IntegerLayer layer = trial.get(l);
        double[] mean = new double[layer.weights()[0].length]; boolean[] varies = new boolean[mean.length];
        for (int i = 0; i < mean.length; i++) { for (int r = 0; r < net.rows(); r++) { mean[i] += net.value(l, r, i); varies[i] |= net.value(l, r, i) != net.value(l, 0, i); } mean[i] /= net.rows(); }
        for (int n = 0; n < layer.outputs(); n++) {
          for (int shift : new int[] {1, -1, 2, -2, 4, -4}) if (net.tryWeight(l, n, 0, 0, shift)) accepted++;
          for (int i = 0; i < mean.length; i++) {
            if (!varies[i]) continue;
            for (int s : new int[] {-range.step(), range.step()}) {
              int c = layer.weights()[n][i] + s;
              if (c < range.min() || c > range.max()) continue;
              if (net.tryWeight(l, n, i, s, Math.round(s * mean[i]))) { accepted++; break; }
            }
          }
        }
        net.rescale();
      }
      if (v) System.out.println("pass " + pass + " loss " + net.totalLoss() / net.rows() + " accepted " + accepted);
      if (accepted == 0) break;
    }
    List<DenseLayer> result = new ArrayList<>();
    for (int l = 0; l < trial.size(); l++) {
      IntegerLayer t = trial.get(l);
      result.add(new DenseLayer(all.get(l).name(), Weights.matrix(t.weights()), all.get(l).biases(), t.isLast() ? new Activation.Identity() : new Activation.MultiThreshold(t.codes().first(), t.codes().step(), LongMatrix.of(t.thresholds()))));
    }
    long[] c = new long[biases.length];
    for (int k = 0; k < c.length; k++) c[k] = Math.round(biases[k]);
    return new IntegerNetwork(network.name(), features, result, new io.hdlgen.quantizer.network.Decision.ArgMax(LongVector.filled(c.length, 1), LongVector.of(c)), IntStream.range(0, c.length).mapToObj(Integer::toString).toList());
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
