package io.hdlgen.quantizer.ptq;

import java.util.List;

/**
 * An integer network on the calibration rows, built to try small changes fast: the effect of a
 * change is followed only through the rows and neurons that it reaches.
 *
 * <p>The loss of a row is the cross entropy of the float network's class probabilities and those of
 * the integer network, as in Hinton et al., "Distilling the Knowledge in a Neural Network", 2015.
 */
final class TrialNetwork {
  private final List<IntegerLayer> layers;
  private final int rows;

  /** {@code [layers + 1][rows][width]}: the features, then the values of each hidden layer. */
  private final int[][][] values;

  /** {@code [layers][rows][outputs]}. */
  private final double[][][] sums;

  /** {@code [layers][inputs][outputs]}. */
  private final int[][][] weightsByInput;

  private final double[][] probabilities;
  private final double[] losses;
  private final double[][] deltas;
  private double scale;
  private final double[] biases;

  /**
   * @param features codes {@code [rows][inputs]}
   * @param logits of the float network, {@code [rows][outputs]}
   * @param scale of the last accumulators, greater than 0
   * @param biases {@code [outputs]}, in units of the last accumulators
   */
  TrialNetwork(
      List<IntegerLayer> layers,
      int[][] features,
      double[][] logits,
      double scale,
      double[] biases) {
    this.layers = layers;
    this.scale = scale;
    this.biases = biases;
    rows = features.length;
    values = new int[layers.size()][rows][];
    sums = new double[layers.size()][rows][];
    weightsByInput = new int[layers.size()][][];
    deltas = new double[layers.size()][];
    probabilities = new double[rows][];
    losses = new double[rows];
    for (int l = 0; l < layers.size(); l++) {
      deltas[l] = new double[layers.get(l).outputs()];
      int[][] weights = layers.get(l).weights();
      weightsByInput[l] = new int[weights[0].length][weights.length];
      for (int n = 0; n < weights.length; n++) {
        for (int i = 0; i < weights[n].length; i++) {
          weightsByInput[l][i][n] = weights[n][i];
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      probabilities[r] = softmax(logits[r]);
      values[0][r] = features[r];
      for (int l = 0; l < layers.size(); l++) {
        forward(l, r);
      }
      losses[r] = loss(r, sums[layers.size() - 1][r], null);
    }
  }

  private void forward(int l, int r) {
    IntegerLayer layer = layers.get(l);
    double[] sum = new double[layer.outputs()];
    for (int i = 0; i < values[l][r].length; i++) {
      int value = values[l][r][i];
      if (value != 0) {
        for (int n = 0; n < sum.length; n++) {
          sum[n] += value * weightsByInput[l][i][n];
        }
      }
    }
    sums[l][r] = sum;
    if (!layer.isLast()) {
      values[l + 1][r] = new int[sum.length];
      for (int n = 0; n < sum.length; n++) {
        values[l + 1][r][n] = layer.value(n, sum[n]);
      }
    }
  }

  double totalLoss() {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  int rows() {
    return rows;
  }

  double scale() {
    return scale;
  }

  int value(int l, int r, int i) {
    return values[l][r][i];
  }

  /**
   * Changes weight {@code i} of neuron {@code n} of layer {@code l} by {@code delta} and moves the
   * neuron's thresholds (the last layer's bias) by {@code shift}, if that lowers the loss.
   */
  boolean tryWeight(int l, int n, int i, int delta, long shift) {
    IntegerLayer layer = layers.get(l);
    move(layer, n, shift);
    double change = 0;
    boolean last = layer.isLast();
    for (int r = 0; r < rows; r++) {
      double sumDelta = delta == 0 ? 0 : (double) delta * values[l][r][i];
      change += effect(l, n, r, sumDelta, last);
    }
    if (change >= -1e-7 * rows) {
      move(layer, n, -shift);
      return false;
    }
    for (int r = 0; r < rows; r++) {
      double sumDelta = delta == 0 ? 0 : (double) delta * values[l][r][i];
      apply(l, n, r, sumDelta);
    }
    layer.weights()[n][i] += delta;
    weightsByInput[l][i][n] += delta;
    return true;
  }

  private void move(IntegerLayer layer, int n, long shift) {
    if (layer.isLast()) {
      biases[n] -= shift;
    } else {
      for (int k = 0; k < layer.thresholds()[n].length; k++) {
        layer.thresholds()[n][k] += shift;
      }
    }
  }

  private double effect(int l, int n, int r, double sumDelta, boolean last) {
    if (last) {
      double[] delta = deltas[l];
      java.util.Arrays.fill(delta, 0);
      delta[n] = sumDelta;
      return loss(r, sums[l][r], delta) - losses[r];
    }
    int step = layers.get(l).value(n, sums[l][r][n] + sumDelta) - values[l + 1][r][n];
    if (step == 0) {
      return 0;
    }
    double[] delta = deltas[l + 1];
    int[] weights = weightsByInput[l + 1][n];
    for (int m = 0; m < delta.length; m++) {
      delta[m] = (double) step * weights[m];
    }
    for (int k = l + 1; k < layers.size() - 1; k++) {
      double[] next = deltas[k + 1];
      java.util.Arrays.fill(next, 0);
      IntegerLayer layer = layers.get(k);
      for (int m = 0; m < delta.length; m++) {
        if (delta[m] != 0) {
          int change = layer.value(m, sums[k][r][m] + delta[m]) - values[k + 1][r][m];
          if (change != 0) {
            int[] w = weightsByInput[k + 1][m];
            for (int j = 0; j < next.length; j++) {
              next[j] += (double) change * w[j];
            }
          }
        }
      }
      delta = next;
    }
    return loss(r, sums[layers.size() - 1][r], delta) - losses[r];
  }

  private void apply(int l, int n, int r, double sumDelta) {
    losses[r] += effect(l, n, r, sumDelta, layers.get(l).isLast());
    sums[l][r][n] += sumDelta;
    if (layers.get(l).isLast()) {
      return;
    }
    int step = layers.get(l).value(n, sums[l][r][n]) - values[l + 1][r][n];
    if (step == 0) {
      return;
    }
    values[l + 1][r][n] += step;
    for (int k = l + 1; k < layers.size(); k++) {
      // deltas[k] still holds what effect() found.
      IntegerLayer layer = layers.get(k);
      for (int m = 0; m < deltas[k].length; m++) {
        if (deltas[k][m] != 0) {
          sums[k][r][m] += deltas[k][m];
          if (!layer.isLast()) {
            values[k + 1][r][m] = layer.value(m, sums[k][r][m]);
          }
        }
      }
    }
  }

  /** Chooses the scale anew. */
  void rescale() {
    for (double factor = 1.3; factor > 1.001; factor = Math.sqrt(factor)) {
      for (double f : new double[] {factor, 1 / factor}) {
        double before = totalLoss();
        double old = scale;
        scale *= f;
        double after = 0;
        for (int r = 0; r < rows; r++) {
          after += loss(r, sums[layers.size() - 1][r], null);
        }
        if (after < before) {
          for (int r = 0; r < rows; r++) {
            losses[r] = loss(r, sums[layers.size() - 1][r], null);
          }
        } else {
          scale = old;
        }
      }
    }
  }

  private double loss(int r, double[] sum, double[] delta) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < sum.length; k++) {
      double z = scale * (sum[k] + (delta == null ? 0 : delta[k]) + biases[k]);
      max = Math.max(max, z);
    }
    double total = 0;
    double wanted = 0;
    for (int k = 0; k < sum.length; k++) {
      double z = scale * (sum[k] + (delta == null ? 0 : delta[k]) + biases[k]) - max;
      total += Math.exp(z);
      wanted += probabilities[r][k] * z;
    }
    return Math.log(total) - wanted;
  }

  private static double[] softmax(double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    double[] result = new double[logits.length];
    double t = Double.parseDouble(System.getProperty("T", "1"));
    for (int k = 0; k < result.length; k++) {
      result[k] = Math.exp((logits[k] - max) / t);
      sum += result[k];
    }
    for (int k = 0; k < result.length; k++) {
      result[k] /= sum;
    }
    return result;
  }
}
