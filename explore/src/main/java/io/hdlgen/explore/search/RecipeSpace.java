package io.hdlgen.explore.search;

import java.util.List;

/**
 * Recipes as points of a cube, each coordinate from 0 to 1; points close together are one recipe.
 */
final class RecipeSpace {
  private static final List<Integer> BITS = List.of(2, 3, 4, 4);
  private static final List<Integer> LEAVES =
      List.of(4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 240);
  private static final List<Double> BALANCE =
      List.of(0.0, 0.0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0);
  private static final List<Double> POWER = List.of(0.0, 0.25, 0.5, 1.0, 2.0, 4.0);
  private static final List<Double> NOISE = List.of(0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0);
  private static final List<Double> TRIM = List.of(0.0, 0.0, 0.005, 0.01, 0.02, 0.05);
  private static final double LEAST_ERROR_LOG = 1.2;
  private static final double ERROR_DECADES = 2.8;
  private static final double STEPS_A_DECADE = 12;

  /** Number of coordinates. */
  static final int DIMENSIONS = 7;

  private RecipeSpace() {}

  /** The recipe at a point, {@code [DIMENSIONS]}. */
  static Recipe at(double[] point) {
    double steps = Math.round((LEAST_ERROR_LOG + ERROR_DECADES * point[3]) * STEPS_A_DECADE);
    return new Recipe(
        pick(BITS, point[0]),
        pick(LEAVES, point[1]),
        pick(BALANCE, point[2]),
        Math.rint(Math.pow(10, steps / STEPS_A_DECADE)),
        pick(POWER, point[4]),
        pick(NOISE, point[5]),
        pick(TRIM, point[6]));
  }

  private static <T> T pick(List<T> list, double coordinate) {
    return list.get(Math.min(list.size() - 1, (int) (coordinate * list.size())));
  }

  /**
   * Point number {@code index} of Halton's sequence, from 1: points that fill the cube evenly,
   * however many there are. Source: Halton, "On the efficiency of certain quasi-random sequences of
   * points in evaluating multi-dimensional integrals", Numerische Mathematik 2, 1960.
   */
  static double[] halton(int index) {
    int[] primes = {2, 3, 5, 7, 11, 13, 17};
    double[] point = new double[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      double fraction = 1;
      for (int rest = index; rest > 0; rest /= primes[d]) {
        fraction /= primes[d];
        point[d] += fraction * (rest % primes[d]);
      }
    }
    return point;
  }
}
