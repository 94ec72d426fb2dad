package io.hdlgen.explore.search;

import io.hdlgen.explore.protocol.InputCoding;
import java.util.SplittableRandom;

/**
 * Adds noise to rows to learn from, so that circuits do not learn by heart what lies close to a
 * level. Source: Bishop, "Training with Noise is Equivalent to Tikhonov Regularization", Neural
 * Computation 7, 1995.
 */
final class Jitter {
  private static final int MOST_COPIES = 4;
  private static final int LEAST_COPIES = 2;

  /** Many rows need fewer copies, and more would take longer. */
  private static final int ROWS_WITH_COPIES = 12_000;

  private static final long SEED = 0x7177e5L;

  private final InputCoding coding;
  private final double noise;
  private final SplittableRandom random = new SplittableRandom(SEED);

  Jitter(InputCoding coding, double noise) {
    this.coding = coding;
    this.noise = noise;
  }

  /** Number of copies of each of so many rows. */
  int copies(int rows) {
    return noise == 0 ? 1 : Math.max(LEAST_COPIES, Math.min(MOST_COPIES, ROWS_WITH_COPIES / rows));
  }

  /** A row with noise. */
  double[] next(double[] row) {
    if (noise == 0) {
      return row;
    }
    double[] result = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = row[i] + noise * coding.features().get(i).scale() * random.nextGaussian();
    }
    return result;
  }
}
