package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Searches for recipes: two islands, of which one looks for accuracy and the other for balanced
 * accuracy, both for little area and little power; now and then they exchange recipes.
 */
public final class RecipeSearch {
  private static final int POPULATION = 12;
  private static final int EXCHANGE_EVERY = 3;
  private static final int SETTLERS = 2;

  /** Below this many square centimetres or milliwatts, less is no gain. */
  private static final double LEAST = 1e-3;

  private final List<Island> islands = new ArrayList<>();

  RecipeSearch(TrialBoard board, long seed) {
    List<Function<Trial, double[]>> aims =
        List.of(
            t ->
                new double[] {
                  t.accuracy(), -Math.log(t.areaCm2() + LEAST), -Math.log(t.powerMw() + LEAST)
                },
            t ->
                new double[] {
                  t.balancedAccuracy(),
                  -Math.log(t.areaCm2() + LEAST),
                  -Math.log(t.powerMw() + LEAST)
                });
    for (int i = 0; i < aims.size(); i++) {
      List<double[]> first = new ArrayList<>();
      for (int p = 0; p < POPULATION; p++) {
        first.add(RecipeSpace.halton(1 + p * aims.size() + i));
      }
      islands.add(new Island(aims.get(i), board, first, seed + i));
    }
  }

  /** Evolves until so many generations are over, or the board stops. */
  void run(int generations, Runnable afterGeneration) {
    for (int g = 1; g <= generations; g++) {
      islands.forEach(Island::evolve);
      if (g % EXCHANGE_EVERY == 0) {
        islands.get(0).settle(islands.get(1), SETTLERS);
        islands.get(1).settle(islands.get(0), SETTLERS);
      }
      afterGeneration.run();
    }
  }

  /** The most trials that so many generations take. */
  static int trials(int generations) {
    return 2 * (POPULATION + generations * POPULATION / 2);
  }
}
