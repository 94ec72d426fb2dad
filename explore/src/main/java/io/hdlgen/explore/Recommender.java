package io.hdlgen.explore;

import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.StandardError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the circuit to recommend, by cross-validation and cost alone. */
final class Recommender {
  private final ExploreRequest request;

  Recommender(ExploreRequest request) {
    this.request = request;
  }

  /**
   * Within limits that the user has given the most accurate circuit; without, the smallest of those
   * within a {@link StandardError} of the most accurate. Empty if none keeps the limits.
   */
  Optional<Candidate> choose(List<Candidate> candidates) {
    List<Candidate> within = candidates.stream().filter(request.limits()::allow).toList();
    Optional<Candidate> best =
        within.stream()
            .max(
                Comparator.comparingDouble(this::merit)
                    .thenComparing(Comparator.comparingDouble(Recommender::cost).reversed()));
    if (best.isEmpty() || request.limits().ofCost()) {
      return best;
    }
    double least = StandardError.below(merit(best.get()), best.get().validation().rows());
    return within.stream()
        .filter(candidate -> merit(candidate) >= least)
        .min(Comparator.comparingDouble(Recommender::cost));
  }

  /**
   * The annealed circuits, and those decision trees that none of them equals or beats in
   * cross-validation at its area with converters: trees are circuits that the search starts from.
   * By ascending area.
   */
  static List<Candidate> withTrees(List<Candidate> annealed, List<Candidate> trees) {
    List<Candidate> all = new ArrayList<>(annealed);
    for (Candidate tree : trees) {
      if (annealed.stream().noneMatch(one -> matches(one, tree))) {
        all.add(tree);
      }
    }
    all.sort(Comparator.comparingDouble(Recommender::cost));
    return all;
  }

  private static boolean matches(Candidate one, Candidate tree) {
    return cost(one) <= cost(tree)
        && one.validation().accuracy() >= tree.validation().accuracy()
        && one.validation().balancedAccuracy() >= tree.validation().balancedAccuracy();
  }

  private double merit(Candidate candidate) {
    return request.aim().merit(candidate.validation());
  }

  private static double cost(Candidate candidate) {
    return candidate.cost().totalAreaCm2();
  }
}
