package io.hdlgen.quantizer.ptq;

import java.util.Arrays;
import java.util.List;

/**
 * An integer network on calibration rows, built to try small changes fast: a change is followed
 * only through the rows and neurons that it reaches.
 */
final class TrialNetwork {
  /** A change is kept if it lowers the mean loss by more than this. */
  private static final double LEAST_GAIN = 1e-7;

  private final List<IntegerLayer> layers;
  private final DistillationLoss loss;
  private final int rows;

  /** {@code [layers][rows][inputs]}: the features, then the values of each hidden layer. */
  private final double[][][] values;

  /** {@code [layers][rows][outputs]}. */
  private final double[][][] sums;

  /** {@code [layers][inputs][outputs]}. */
  private final int[][][] weightsByInput;

  /** {@code [layers][outputs]}: how the change under trial moves the accumulators of one row. */
  private final double[][] deltas;

  private final double[] noDelta;
  private final double[] losses;

  /**
   * @param layers changed in place
   * @param features codes {@code [rows][inputs]}
   */
  TrialNetwork(List<IntegerLayer> layers, double[][] features, DistillationLoss loss) {
    this.layers = layers;
    this.loss = loss;
    rows = features.length;
    values = new double[layers.size()][rows][];
    values[0] = features;
    sums = new double[layers.size()][rows][];
    weightsByInput = new int[layers.size()][][];
    deltas = new double[layers.size()][];
    for (int l = 0; l < layers.size(); l++) {
      IntegerLayer layer = layers.get(l);
      deltas[l] = new double[layer.outputs()];
      weightsByInput[l] = new int[layer.inputs()][layer.outputs()];
      for (int n = 0; n < layer.outputs(); n++) {
        for (int i = 0; i < layer.inputs(); i++) {
          weightsByInput[l][i][n] = layer.weights()[n][i];
        }
      }
    }
    noDelta = new double[deltas[layers.size() - 1].length];
    losses = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int l = 0; l < layers.size(); l++) {
        forward(l, r);
      }
    }
    measure();
  }

  List<IntegerLayer> layers() {
    return layers;
  }

  int rows() {
    return rows;
  }

  double meanLoss() {
    return QuantizedInputs.mean(losses);
  }

  /** Value {@code i} that layer {@code l} takes in on row {@code r}. */
  double value(int l, int r, int i) {
    return values[l][r][i];
  }

  /** Tries another scale of the outputs, and keeps it if that lowers the loss. */
  void tryScale(double factor) {
    double old = loss.scale();
    double before = meanLoss();
    loss.setScale(old * factor);
    measure();
    if (meanLoss() >= before) {
      loss.setScale(old);
      measure();
    }
  }

  /**
   * Changes weight {@code i} of neuron {@code n} of layer {@code l} by {@code weight} and its
   * thresholds by {@code shift} (in the last layer, its bias by {@code -shift}); takes it back if
   * the loss does not get lower.
   *
   * @return whether the change was kept
   */
  boolean tryChange(int l, int n, int i, int weight, long shift) {
    moveThresholds(l, n, shift);
    double change = 0;
    for (int r = 0; r < rows; r++) {
      change += effect(l, n, r, weight * values[l][r][i]);
    }
    if (change >= -LEAST_GAIN * rows) {
      moveThresholds(l, n, -shift);
      return false;
    }
    for (int r = 0; r < rows; r++) {
      apply(l, n, r, weight * values[l][r][i]);
    }
    layers.get(l).weights()[n][i] += weight;
    weightsByInput[l][i][n] += weight;
    return true;
  }

  private void moveThresholds(int l, int n, long shift) {
    if (layers.get(l).isLast()) {
      loss.moveBias(n, -shift);
      return;
    }
    long[] thresholds = layers.get(l).thresholds()[n];
    for (int k = 0; k < thresholds.length; k++) {
      thresholds[k] += shift;
    }
  }

  /**
   * The change of row {@code r}'s loss when the accumulator of neuron {@code n} grows by {@code
   * delta} and its thresholds are what they are now. Leaves in {@link #deltas} what it does to the
   * layers behind.
   */
  private double effect(int l, int n, int r, double delta) {
    int last = layers.size() - 1;
    if (l == last) {
      Arrays.fill(deltas[l], 0);
      deltas[l][n] = delta;
      return loss.of(r, sums[l][r], deltas[l]) - losses[r];
    }
    double step = layers.get(l).value(n, sums[l][r][n] + delta) - values[l + 1][r][n];
    if (step == 0) {
      return 0;
    }
    Arrays.fill(deltas[l + 1], 0);
    spread(l + 1, n, step);
    for (int k = l + 1; k < last; k++) {
      Arrays.fill(deltas[k + 1], 0);
      for (int m = 0; m < deltas[k].length; m++) {
        if (deltas[k][m] != 0) {
          spread(
              k + 1, m, layers.get(k).value(m, sums[k][r][m] + deltas[k][m]) - values[k + 1][r][m]);
        }
      }
    }
    return loss.of(r, sums[last][r], deltas[last]) - losses[r];
  }

  /** Adds to layer {@code l}'s deltas what a step of its input {@code i} does. */
  private void spread(int l, int i, double step) {
    if (step != 0) {
      int[] weights = weightsByInput[l][i];
      for (int m = 0; m < weights.length; m++) {
        deltas[l][m] += step * weights[m];
      }
    }
  }

  private void apply(int l, int n, int r, double delta) {
    losses[r] += effect(l, n, r, delta);
    sums[l][r][n] += delta;
    if (layers.get(l).isLast()) {
      return;
    }
    double value = layers.get(l).value(n, sums[l][r][n]);
    if (value == values[l + 1][r][n]) {
      return;
    }
    values[l + 1][r][n] = value;
    for (int k = l + 1; k < layers.size(); k++) {
      for (int m = 0; m < deltas[k].length; m++) {
        if (deltas[k][m] != 0) {
          sums[k][r][m] += deltas[k][m];
          if (!layers.get(k).isLast()) {
            values[k + 1][r][m] = layers.get(k).value(m, sums[k][r][m]);
          }
        }
      }
    }
  }

  private void forward(int l, int r) {
    IntegerLayer layer = layers.get(l);
    Arrays.fill(deltas[l], 0);
    for (int i = 0; i < layer.inputs(); i++) {
      spread(l, i, values[l][r][i]);
    }
    sums[l][r] = deltas[l].clone();
    if (!layer.isLast()) {
      values[l + 1][r] = new double[layer.outputs()];
      for (int n = 0; n < layer.outputs(); n++) {
        values[l + 1][r][n] = layer.value(n, sums[l][r][n]);
      }
    }
  }

  private void measure() {
    for (int r = 0; r < rows; r++) {
      losses[r] = loss.of(r, sums[layers.size() - 1][r], noDelta);
    }
  }
}
