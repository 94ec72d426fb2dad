package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Random;

/** Small tables, and recipes for them. */
final class Tables {
  static final CircuitCosts COSTS = new CircuitCosts(Circuits.technology("egfet_1v0"));

  private Tables() {}

  /** Three heaps of points, the third of few, which overlap a little; a feature is noise. */
  static Samples blobs(int rows) {
    Random random = new Random(7);
    double[][] features = new double[rows][];
    int[] labels = new int[rows];
    for (int r = 0; r < rows; r++) {
      labels[r] = r % 7 == 6 ? 2 : r % 2;
      features[r] =
          new double[] {
            labels[r] + 0.4 * random.nextGaussian(),
            labels[r] % 2 + 0.4 * random.nextGaussian(),
            random.nextGaussian()
          };
    }
    return new Samples(List.of("x", "y", "z"), features, labels, List.of("a", "b", "c"));
  }

  static StratifiedFolds folds(Samples samples, int repetitions) {
    return StratifiedFolds.of(samples, new StratifiedFolds.Options(5, repetitions, true, 1));
  }

  /** The first recipe of the space; coordinates are those that are given, then 0. */
  static Recipe recipe(double... coordinates) {
    double[] point = new double[RecipeSpace.DIMENSIONS];
    System.arraycopy(coordinates, 0, point, 0, coordinates.length);
    return RecipeSpace.at(point);
  }
}
