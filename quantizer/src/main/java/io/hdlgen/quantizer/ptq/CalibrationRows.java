package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Random;

/** The rows of real features that quantization is measured on. */
final class CalibrationRows {
  /** Real rows that mixtures are made of. */
  private static final int MAX_ROWS = 4096;

  /** Seed of the mixed rows: fixed, since the same input must give the same network. */
  private static final long SEED = 1;

  /** How far, at most, a mixed row lies on the way to its partner. */
  private static final double MAX_MIX = 0.4;

  private final double[][] rows;

  private CalibrationRows(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Checks the rows.
   *
   * @throws InvalidInputException if there is none, or one has not {@code features} finite values
   */
  static CalibrationRows of(double[][] rows, int features) {
    if (rows.length == 0) {
      throw new InvalidInputException(
          "calibration data", "no rows", "at least one row of features to measure ranges on");
    }
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != features) {
        throw new InvalidInputException(
            "calibration data, row " + (r + 1),
            rows[r].length + " features",
            features + ", as the network has inputs");
      }
      for (int i = 0; i < features; i++) {
        if (!Double.isFinite(rows[r][i])) {
          throw new InvalidInputException(
              "calibration data, row %d, feature %d".formatted(r + 1, i + 1),
              Double.toString(rows[r][i]),
              "a finite number");
        }
      }
    }
    return new CalibrationRows(rows);
  }

  /** All rows, {@code [rows][features]}; not to be changed. */
  double[][] all() {
    return rows;
  }

  /** At most {@code count} rows, evenly spread. */
  double[][] sample(int count) {
    return spread(Math.min(rows.length, count));
  }

  /**
   * Up to {@code count} rows: evenly spread ones, and, for up to three times as many, mixtures of
   * two rows ("mixup", Zhang et al., ICLR 2018). The float network labels any row, so a search that
   * could learn a few real rows by heart gets more to satisfy.
   */
  double[][] mixed(int count) {
    int real = Math.min(Math.min(rows.length, MAX_ROWS), Math.max(1, count / 4));
    double[][] result = new double[Math.min(count, 4 * real)][];
    double[][] base = spread(real);
    Random random = new Random(SEED);
    for (int r = 0; r < result.length; r++) {
      result[r] = r < real ? base[r] : between(base[r % real], base[random.nextInt(real)], random);
    }
    return result;
  }

  private static double[] between(double[] from, double[] to, Random random) {
    double part = MAX_MIX * random.nextDouble();
    double[] row = new double[from.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = from[i] + part * (to[i] - from[i]);
    }
    return row;
  }

  private double[][] spread(int count) {
    double[][] result = new double[count][];
    for (int r = 0; r < count; r++) {
      result[r] = rows[(int) ((long) r * rows.length / count)];
    }
    return result;
  }
}
