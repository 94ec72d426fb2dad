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
        (from, to) -> rows(from, to, a.columns(), a, a.columns(), 1, w, c));
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
        (from, to) -> rows(from, to, rows, a, 1, a.columns(), d, c));
  }

  /**
   * Rows {@code from <= i < to} of {@code c}: the sums of {@code depth} rows k of {@code x}, each
   * times the element of {@code a} at {@code i * across + k * along}.
   */
  private static void rows(
      int from, int to, int depth, Matrix a, int across, int along, Matrix x, Matrix c) {
    int n = x.columns();
    float[] sums = c.values();
    int[] terms = new int[depth];
    float[] factors = new float[depth];
    for (int i = from; i < to; i++) {
      int count = 0;
      for (int k = 0, at = i * across; k < depth; k++, at += along) {
        terms[count] = k * n;
        factors[count] = a.values()[at];
        count += factors[count] != 0 ? 1 : 0;
      }
      int out = i * n;
      Arrays.fill(sums, out, out + n, 0);
      int t = 0;
      for (; t + 4 <= count; t += 4) {
        add4(
            sums,
            out,
            n,
            x.values(),
            terms[t],
            terms[t + 1],
            terms[t + 2],
            terms[t + 3],
            factors[t],
            factors[t + 1],
            factors[t + 2],
            factors[t + 3]);
      }
      for (; t < count; t++) {
        add1(sums, out, n, x.values(), terms[t], factors[t]);
      }
    }
  }

  /** {@code c = transpose(a)}. */
  public static void transpose(Matrix a, Matrix c) {
    for (int row = 0; row < a.rows(); row++) {
      for (int column = 0; column < a.columns(); column++) {
        c.values()[column * a.rows() + row] = a.values()[row * a.columns() + column];
      }
    }
  }

  private static void add4(
      float[] sums,
      int out,
      int n,
      float[] x,
      int i0,
      int i1,
      int i2,
      int i3,
      float a0,
      float a1,
      float a2,
      float a3) {
    for (int j = 0; j < n; j++) {
      sums[out + j] =
          sums[out + j] + a0 * x[i0 + j] + a1 * x[i1 + j] + a2 * x[i2 + j] + a3 * x[i3 + j];
    }
  }

  private static void add1(float[] sums, int out, int n, float[] x, int i0, float a0) {
    for (int j = 0; j < n; j++) {
      sums[out + j] += a0 * x[i0 + j];
    }
  }
}
