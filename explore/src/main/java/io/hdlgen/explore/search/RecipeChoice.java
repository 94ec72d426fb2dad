package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Chooses the recipes of which circuits are made for the front. */
public final class RecipeChoice {
  private RecipeChoice() {}

  /**
   * The recipes that no other beats in accuracy, in balanced accuracy or in the mean of both, at
   * its area or at its power; of each of these six fronts as many at most, spread over it; and as
   * many of the best within the limits, where costs are limited. By ascending area.
   *
   * @param perFront at least 2
   */
  public static List<Trial> of(List<Trial> trials, Goal goal, int perFront) {
    Set<Trial> chosen = new LinkedHashSet<>();
    List<ToDoubleFunction<Trial>> merits =
        List.of(Trial::accuracy, Trial::balancedAccuracy, Trial::meanAccuracy);
    for (ToDoubleFunction<Trial> merit : merits) {
      chosen.addAll(spread(Domination.front(trials, Trial::areaCm2, merit), perFront));
      chosen.addAll(spread(Domination.front(trials, Trial::powerMw, merit), perFront));
    }
    if (goal.limits().costs()) {
      trials.stream()
          .filter(trial -> goal.limits().excess(trial) == 0)
          .sorted(Comparator.comparingDouble(goal::merit).reversed())
          .limit(perFront)
          .forEach(chosen::add);
    }
    List<Trial> result = new ArrayList<>(chosen);
    result.sort(Comparator.comparingDouble(Trial::areaCm2));
    return result;
  }

  private static List<Trial> spread(List<Trial> front, int count) {
    if (front.size() <= count) {
      return front;
    }
    List<Trial> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(front.get(Math.round(i * (front.size() - 1) / (float) (count - 1))));
    }
    return result;
  }
}
