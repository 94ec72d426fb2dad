package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Searches for recipes: three islands, one for accuracy, one for balanced accuracy and one for
 * their mean, all for little area and little power. Now and then they exchange recipes.
 */
public final class RecipeSearch {
  private static final int ISLANDS = 3;
  private static final int POPULATION = 12;
  private static final int EXCHANGE_EVERY = 3;
  private static final int SETTLERS = 2;

  /** Below this many square centimetres or milliwatts, less is no gain. */
  private static final double LEAST = 1e-3;

  private final List<Island> islands = new ArrayList<>();

  RecipeSearch(TrialBoard board, long seed) {
    List<ToDoubleFunction<Trial>> aims =
        List.of(Trial::accuracy, Trial::balancedAccuracy, Trial::meanAccuracy);
    for (int i = 0; i < aims.size(); i++) {
      List<double[]> first = new ArrayList<>();
      for (int p = 0; p < POPULATION; p++) {
        first.add(RecipeSpace.halton(1 + p * aims.size() + i));
      }
      islands.add(new Island(objectives(aims.get(i)), board, first, seed + i));
    }
  }

  private static Function<Trial, double[]> objectives(ToDoubleFunction<Trial> merit) {
    return trial ->
        new double[] {
          merit.applyAsDouble(trial),
          -Math.log(trial.areaCm2() + LEAST),
          -Math.log(trial.powerMw() + LEAST)
        };
  }

  /** Evolves until so many generations are over, or the board stops. */
  void run(int generations, Runnable afterGeneration) {
    for (int g = 1; g <= generations; g++) {
      islands.forEach(Island::evolve);
      if (g % EXCHANGE_EVERY == 0) {
        for (int i = 0; i < islands.size(); i++) {
          islands.get(i).settle(islands.get((i + 1) % islands.size()), SETTLERS);
        }
      }
      afterGeneration.run();
    }
  }

  /** The most trials that so many generations take. */
  static int trials(int generations) {
    return ISLANDS * (POPULATION + generations * POPULATION / 2);
  }
}
