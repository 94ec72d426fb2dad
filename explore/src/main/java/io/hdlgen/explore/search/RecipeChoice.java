package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses the recipes of which circuits are made for the front. */
public final class RecipeChoice {
  private RecipeChoice() {}

  /**
   * The recipes that no other beats in accuracy or in balanced accuracy, at its area or at its
   * power; of each of the four fronts the same number, spread over it. By ascending area.
   *
   * @param perFront the most of each front, at least 2
   */
  public static List<Trial> of(List<Trial> trials, int perFront) {
    Set<Trial> chosen = new LinkedHashSet<>();
    chosen.addAll(spread(Domination.front(trials, Trial::areaCm2, Trial::accuracy), perFront));
    chosen.addAll(
        spread(Domination.front(trials, Trial::areaCm2, Trial::balancedAccuracy), perFront));
    chosen.addAll(spread(Domination.front(trials, Trial::powerMw, Trial::accuracy), perFront));
    chosen.addAll(
        spread(Domination.front(trials, Trial::powerMw, Trial::balancedAccuracy), perFront));
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
