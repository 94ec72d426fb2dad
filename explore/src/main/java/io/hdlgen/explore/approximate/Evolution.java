package io.hdlgen.explore.approximate;

import io.hdlgen.explore.evolution.Nsga2;
import java.util.List;

/** Approximations that evolve: merit against area. */
final class Evolution {
  private static final double LEAST_CM2 = 1e-4;
  private static final double SWAP = 0.5;

  private Evolution() {}

  /**
   * A population.
   *
   * @param leastMerit below it, only merit counts
   * @param first the first population
   */
  static Nsga2 of(Trials trials, double leastMerit, List<double[]> first, long seed) {
    return new Nsga2(
        points -> trials.all(points).stream().map(trial -> objectives(trial, leastMerit)).toList(),
        first,
        SWAP,
        new FewGenesMutator(),
        seed);
  }

  /** Both are to be great; a bit more or less of a small area counts as much as of a large one. */
  static double[] objectives(TriedNetwork trial, double leastMerit) {
    double area =
        trial.merit() < leastMerit ? Double.MAX_VALUE : Math.max(LEAST_CM2, trial.areaCm2());
    return new double[] {trial.merit(), -Math.log(area)};
  }
}
