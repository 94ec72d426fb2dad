package io.hdlgen.explore;

import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.StandardError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the circuit to recommend, by cross-validation and cost alone. */
final class Recommender {
  private final ExploreRequest request;
  private final int[] classRows;

  /**
   * For a request.
   *
   * @param classRows training rows of each class
   */
  Recommender(ExploreRequest request, int[] classRows) {
    this.request = request;
    this.classRows = classRows.clone();
  }

  /**
   * Within limits that the user has given the most accurate circuit; without, the smallest of those
   * within a {@link StandardError} of the most accurate. Empty if none keeps the limits.
   */
  Optional<Candidate> choose(List<Candidate> candidates) {
    List<Candidate> within = candidates.stream().filter(request.goal().limits()::allow).toList();
    Optional<Candidate> best =
        within.stream()
            .max(
                Comparator.comparingDouble(this::merit)
                    .thenComparing(Comparator.comparingDouble(Recommender::cost).reversed()));
    if (best.isEmpty() || request.goal().limits().costs()) {
      return best;
    }
    double least = StandardError.below(request.goal().aim(), merit(best.get()), classRows);
    return within.stream()
        .filter(candidate -> merit(candidate) >= least)
        .min(
            Comparator.comparingDouble(Recommender::cost)
                .thenComparing(Comparator.comparingDouble(this::merit).reversed()));
  }

  /**
   * The circuits of which no other, annealed or a tree, is at least as good in accuracy and
   * balanced accuracy at no more area and no more power, converters included, and better in one; of
   * equals the first, annealed ones before trees, which are circuits that the search starts from.
   * By ascending area.
   */
  static List<Candidate> front(List<Candidate> annealed, List<Candidate> trees) {
    List<Candidate> all = new ArrayList<>(annealed);
    all.addAll(trees);
    List<Candidate> front = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Candidate one = all.get(i);
      int own = i;
      boolean beaten =
          IntStream.range(0, all.size())
              .filter(j -> j != own && matches(all.get(j), one))
              .anyMatch(j -> j < own || !matches(one, all.get(j)));
      if (!beaten) {
        front.add(one);
      }
    }
    front.sort(Comparator.comparingDouble(Recommender::cost));
    return front;
  }

  private static boolean matches(Candidate one, Candidate other) {
    return cost(one) <= cost(other)
        && one.cost().totalPowerMw() <= other.cost().totalPowerMw()
        && one.validation().accuracy() >= other.validation().accuracy()
        && one.validation().balancedAccuracy() >= other.validation().balancedAccuracy();
  }

  private double merit(Candidate candidate) {
    return request.goal().aim().merit(candidate.validation());
  }

  private static double cost(Candidate candidate) {
    return candidate.cost().totalAreaCm2();
  }
}
