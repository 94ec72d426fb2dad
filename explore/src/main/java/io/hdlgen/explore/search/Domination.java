package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which trials none beats. */
public final class Domination {
  private Domination() {}

  /**
   * The trials of which no other has at most the cost and at least the gain, and one of them
   * strictly; of equals the first. By ascending cost.
   */
  public static <T> List<T> front(List<T> all, ToDoubleFunction<T> cost, ToDoubleFunction<T> gain) {
    List<T> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(cost)
            .thenComparing(Comparator.comparingDouble(gain).reversed()));
    List<T> front = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (T one : sorted) {
      if (gain.applyAsDouble(one) > best) {
        best = gain.applyAsDouble(one);
        front.add(one);
      }
    }
    return front;
  }
}
