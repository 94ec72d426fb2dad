package io.hdlgen.explore.search;

import io.hdlgen.explore.evolution.Nsga2;
import io.jenetics.GaussianMutator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Searches for recipes: three islands, one for accuracy, one for balanced accuracy and one for
 * their mean, all for little area and little power; and where costs are limited a fourth, which
 * stays within the limits. Now and then they exchange recipes.
 */
public final class RecipeSearch {
  private static final int POPULATION = 12;
  private static final int EXCHANGE_EVERY = 3;
  private static final int SETTLERS = 2;

  /** Below this many square centimetres or milliwatts, less is no gain. */
  private static final double LEAST = 1e-3;

  /** More than any objective. */
  private static final double FAR = 1e3;

  /** Probability with which recipes that are crossed exchange a coordinate. */
  private static final double SWAP = 0.3;

  private static final double MUTATED = 0.35;

  private final List<Nsga2> islands = new ArrayList<>();

  RecipeSearch(TrialBoard board, Goal goal, long seed) {
    List<Function<Trial, double[]>> aims =
        new ArrayList<>(
            List.of(
                objectives(Trial::accuracy),
                objectives(Trial::balancedAccuracy),
                objectives(Trial::meanAccuracy)));
    if (goal.limits().costs()) {
      aims.add(within(goal.limits(), objectives(goal::merit)));
    }
    for (int i = 0; i < aims.size(); i++) {
      List<double[]> first = new ArrayList<>();
      for (int p = 0; p < POPULATION; p++) {
        first.add(RecipeSpace.halton(1 + p * aims.size() + i));
      }
      islands.add(island(aims.get(i), board, first, seed + i));
    }
  }

  private static Nsga2 island(
      Function<Trial, double[]> aim, TrialBoard board, List<double[]> first, long seed) {
    return new Nsga2(
        points ->
            board.all(points.stream().map(RecipeSpace::at).toList()).stream().map(aim).toList(),
        first,
        SWAP,
        new GaussianMutator<>(MUTATED),
        seed);
  }

  private static Function<Trial, double[]> objectives(ToDoubleFunction<Trial> merit) {
    return trial ->
        new double[] {
          merit.applyAsDouble(trial),
          -Math.log(trial.areaCm2() + LEAST),
          -Math.log(trial.powerMw() + LEAST)
        };
  }

  /**
   * A trial beyond the limits is dominated by all that keep them, and by those that are less far
   * beyond. Source: Deb, "An Efficient Constraint Handling Method for Genetic Algorithms", Computer
   * Methods in Applied Mechanics and Engineering 186, 2000.
   */
  static Function<Trial, double[]> within(Limits limits, Function<Trial, double[]> objectives) {
    return trial -> {
      double[] result = objectives.apply(trial);
      double excess = limits.excess(trial);
      if (excess > 0) {
        Arrays.fill(result, -FAR * (1 + excess));
      }
      return result;
    };
  }

  /** Evolves until so many generations are over, or the board stops. */
  void run(int generations, Runnable afterGeneration) {
    for (int g = 1; g <= generations; g++) {
      islands.forEach(Nsga2::evolve);
      if (g % EXCHANGE_EVERY == 0) {
        for (int i = 0; i < islands.size(); i++) {
          islands.get(i).settle(islands.get((i + 1) % islands.size()), SETTLERS);
        }
      }
      afterGeneration.run();
    }
  }

  /** The most trials that so many generations take. */
  int trials(int generations) {
    return islands.size() * (POPULATION + generations * POPULATION / 2);
  }
}
