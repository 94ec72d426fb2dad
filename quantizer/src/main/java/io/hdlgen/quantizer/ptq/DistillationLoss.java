package io.hdlgen.quantizer.ptq;

import java.util.Arrays;

/**
 * The cross entropy of the float network's class probabilities and those of the integer network, as
 * in Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, at temperature 1.
 *
 * <p>Output k of the integer network means {@code scale * (accumulator + biases[k])}. One output
 * means the probability of class 1, by the logistic function.
 */
final class DistillationLoss {
  private final double[][] probabilities;
  private final double[] biases;
  private double scale;

  /**
   * @param logits of the float network, {@code [rows][outputs]}
   * @param scale greater than 0
   * @param biases {@code [outputs]}; changed by {@link #moveBias}
   */
  DistillationLoss(double[][] logits, double scale, double[] biases) {
    probabilities = Arrays.stream(logits).map(DistillationLoss::softmax).toArray(double[][]::new);
    this.scale = scale;
    this.biases = biases;
  }

  void moveBias(int output, long delta) {
    biases[output] += delta;
  }

  double scale() {
    return scale;
  }

  void setScale(double scale) {
    this.scale = scale;
  }

  /**
   * The loss of row {@code r} at the last accumulators {@code sums + deltas}, each {@code
   * [outputs]}.
   */
  double of(int r, double[] sums, double[] deltas) {
    // A single output is compared with a constant 0.
    double max = sums.length == 1 ? 0 : Double.NEGATIVE_INFINITY;
    for (int k = 0; k < sums.length; k++) {
      max = Math.max(max, scale * (sums[k] + deltas[k] + biases[k]));
    }
    double total = sums.length == 1 ? StrictMath.exp(-max) : 0;
    double agreed = sums.length == 1 ? -max * (1 - probabilities[r][0]) : 0;
    for (int k = 0; k < sums.length; k++) {
      double logit = scale * (sums[k] + deltas[k] + biases[k]) - max;
      total += StrictMath.exp(logit);
      agreed += probabilities[r][k] * logit;
    }
    return StrictMath.log(total) - agreed;
  }

  private static double[] softmax(double[] logits) {
    boolean single = logits.length == 1;
    double max =
        Math.max(single ? 0 : Double.NEGATIVE_INFINITY, Arrays.stream(logits).max().orElse(0));
    double[] result = Arrays.stream(logits).map(logit -> StrictMath.exp(logit - max)).toArray();
    double sum = single ? StrictMath.exp(-max) : 0;
    for (double term : result) {
      sum += term;
    }
    for (int k = 0; k < result.length; k++) {
      result[k] /= sum;
    }
    return result;
  }
}
