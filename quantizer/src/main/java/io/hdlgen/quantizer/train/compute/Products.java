package io.hdlgen.quantizer.train.compute;

import java.util.Arrays;

/**
 * Products of matrices. Every element is a sum in ascending order of its terms, those with a factor
 * of 0 left out; so results are the same on every machine, and sparse data is fast.
 */
public final class Products {
  private final Workers workers;

  public Products(Workers workers) {
    this.workers = workers;
  }

  /**
   * {@code c = a * w}.
   *
   * @param rows of {@code a} and {@code c} that take part; the others are left as they are
   * @param a {@code [>= rows][k]}
   * @param w {@code [k][n]}
   * @param c {@code [>= rows][n]}
   */
  public void multiply(int rows, Matrix a, Matrix w, Matrix c) {
    workers.forEach(
        rows,
        (long) a.columns() * w.columns(),
        (from, to) -> {
          Terms terms = new Terms(a.columns());
          for (int i = from; i < to; i++) {
            terms.ofRow(a, i);
            terms.sum(w, c.row(i));
          }
        });
  }

  /**
   * {@code c = transpose(a) * d}.
   *
   * @param rows of {@code a} and {@code d} that take part
   * @param a {@code [>= rows][m]}
   * @param d {@code [>= rows][n]}
   * @param c {@code [m][n]}
   */
  public void multiplyTransposed(int rows, Matrix a, Matrix d, Matrix c) {
    workers.forEach(
        a.columns(),
        (long) rows * d.columns(),
        (from, to) -> {
          Terms terms = new Terms(rows);
          for (int i = from; i < to; i++) {
            terms.ofColumn(a, i, rows);
            terms.sum(d, c.row(i));
          }
        });
  }

  /** {@code c = transpose(a)}. */
  public static void transpose(Matrix a, Matrix c) {
    for (int column = 0; column < a.columns(); column++) {
      float[] to = c.row(column);
      for (int row = 0; row < to.length; row++) {
        to[row] = a.row(row)[column];
      }
    }
  }

  /** The terms of one row of a product: factors that are not 0, and whose rows they belong to. */
  private static final class Terms {
    private final int[] rows;
    private final float[] factors;
    private int count;

    Terms(int most) {
      rows = new int[most];
      factors = new float[most];
    }

    void ofRow(Matrix a, int row) {
      float[] values = a.row(row);
      int n = 0;
      for (int k = 0; k < values.length; k++) {
        rows[n] = k;
        factors[n] = values[k];
        n += values[k] != 0 ? 1 : 0;
      }
      count = n;
    }

    void ofColumn(Matrix a, int column, int height) {
      int n = 0;
      for (int k = 0; k < height; k++) {
        float value = a.row(k)[column];
        rows[n] = k;
        factors[n] = value;
        n += value != 0 ? 1 : 0;
      }
      count = n;
    }

    /** Sets {@code sums} to the sum of the factors times their rows of {@code x}. */
    void sum(Matrix x, float[] sums) {
      Arrays.fill(sums, 0);
      int t = 0;
      for (; t + 4 <= count; t += 4) {
        add(
            sums,
            x.row(rows[t]),
            x.row(rows[t + 1]),
            x.row(rows[t + 2]),
            x.row(rows[t + 3]),
            factors[t],
            factors[t + 1],
            factors[t + 2],
            factors[t + 3]);
      }
      for (; t < count; t++) {
        add(sums, x.row(rows[t]), factors[t]);
      }
    }

    private static void add(
        float[] sums,
        float[] x0,
        float[] x1,
        float[] x2,
        float[] x3,
        float a0,
        float a1,
        float a2,
        float a3) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] = sums[j] + a0 * x0[j] + a1 * x1[j] + a2 * x2[j] + a3 * x3[j];
      }
    }

    private static void add(float[] sums, float[] x, float factor) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * x[j];
      }
    }
  }
}
