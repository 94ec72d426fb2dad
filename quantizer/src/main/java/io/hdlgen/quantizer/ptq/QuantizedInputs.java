package io.hdlgen.quantizer.ptq;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The integer inputs of one layer on the calibration rows, and their second moments.
 *
 * <p>Moments are about the means, since the layer's bias is free: it is absorbed in the thresholds
 * or score offsets, whatever it is.
 */
final class QuantizedInputs {
  private final double[][] columns;
  private final double[] means;
  private final double[] variances;
  private final int rows;
  private double[][] covariance;

  /**
   * @param columns {@code [inputs][rows]}, at least one row; kept, not copied
   */
  QuantizedInputs(double[][] columns) {
    this.columns = columns;
    rows = columns[0].length;
    means = new double[columns.length];
    variances = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      means[i] = mean(columns[i]);
      if (!isConstant(columns[i])) {
        double[] centred = centred(i);
        variances[i] = dot(centred, centred) / rows;
      }
    }
  }

  int size() {
    return columns.length;
  }

  int rows() {
    return rows;
  }

  /** {@code [inputs]}; exactly 0 where an input never changes. */
  double[] variances() {
    return variances;
  }

  /** {@code [inputs][inputs]}; exactly 0 in the row and column of an input that never changes. */
  double[][] covariance() {
    if (covariance == null) {
      double[][] centred =
          IntStream.range(0, columns.length).mapToObj(this::centred).toArray(double[][]::new);
      double[][] result = new double[columns.length][columns.length];
      IntStream.range(0, columns.length)
          .parallel()
          .filter(i -> variances[i] != 0)
          .forEach(
              i -> {
                for (int k = 0; k < columns.length; k++) {
                  // The same order of factors on both sides of the diagonal: the same bits.
                  result[i][k] =
                      variances[k] == 0
                          ? 0
                          : dot(centred[Math.max(i, k)], centred[Math.min(i, k)]) / rows;
                }
              });
      covariance = result;
    }
    return covariance;
  }

  private double[] centred(int i) {
    return Arrays.stream(columns[i]).map(x -> x - means[i]).toArray();
  }

  /** The covariance of each input with {@code target [rows]}. */
  double[] covarianceWith(double[] target) {
    double mean = mean(target);
    double[] result = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      result[i] = variances[i] == 0 ? 0 : dot(columns[i], target) / rows - means[i] * mean;
    }
    return result;
  }

  /** The weighted sums {@code [rows]} of the inputs. */
  double[] accumulate(int[] weights) {
    double[] sums = new double[rows];
    for (int i = 0; i < columns.length; i++) {
      if (weights[i] != 0) {
        double[] column = columns[i];
        for (int r = 0; r < rows; r++) {
          sums[r] += weights[i] * column[r];
        }
      }
    }
    return sums;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      sum += a[r] * b[r];
    }
    return sum;
  }
}
