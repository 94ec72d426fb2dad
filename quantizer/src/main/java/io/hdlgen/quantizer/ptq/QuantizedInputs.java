package io.hdlgen.quantizer.ptq;

/**
 * The integer inputs of one layer on the calibration rows, and their second moments.
 *
 * <p>Moments are about the means, since the layer's bias is free: it is absorbed in the thresholds
 * or score offsets, whatever it is.
 */
final class QuantizedInputs {
  private final double[][] columns;
  private final double[] means;
  private final double[][] covariance;
  private final int rows;

  /**
   * @param columns {@code [inputs][rows]}, at least one row; kept, not copied
   */
  QuantizedInputs(double[][] columns) {
    this.columns = columns;
    rows = columns[0].length;
    means = new double[columns.length];
    double[][] centred = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      means[i] = mean(columns[i]);
      centred[i] = new double[rows];
      for (int r = 0; r < rows; r++) {
        centred[i][r] = columns[i][r] - means[i];
      }
    }
    covariance = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      if (isConstant(columns[i])) {
        continue;
      }
      for (int k = 0; k <= i; k++) {
        double sum = isConstant(columns[k]) ? 0 : dot(centred[i], centred[k]) / rows;
        covariance[i][k] = sum;
        covariance[k][i] = sum;
      }
    }
  }

  int size() {
    return columns.length;
  }

  int rows() {
    return rows;
  }

  /** {@code [inputs][inputs]}; exactly 0 in the row and column of an input that never changes. */
  double[][] covariance() {
    return covariance;
  }

  /** The covariance of each input with {@code target [rows]}. */
  double[] covarianceWith(double[] target) {
    double mean = mean(target);
    double[] result = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      result[i] = covariance[i][i] == 0 ? 0 : dot(columns[i], target) / rows - means[i] * mean;
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
