package io.hdlgen.explore;

import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.search.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Says which limits no circuit keeps, and how near the best one comes. */
final class UnkeptLimits {
  private final List<Candidate> circuits;
  private final List<String> given = new ArrayList<>();
  private final List<String> unkept = new ArrayList<>();

  private UnkeptLimits(List<Candidate> circuits) {
    this.circuits = circuits;
  }

  /**
   * The limits that each circuit breaks, with the best value reached; if there are none, all that
   * were given, as no circuit keeps them together.
   *
   * @param circuits at least one, of which none keeps all limits
   */
  static String text(Limits limits, List<Candidate> circuits) {
    UnkeptLimits all = new UnkeptLimits(circuits);
    all.most("--max-area", limits.maxAreaCm2(), "cm2", one -> one.cost().areaCm2());
    all.most("--max-power", limits.maxPowerMw(), "mW", one -> one.cost().staticPowerMw());
    all.least("--min-accuracy", limits.minAccuracy(), one -> one.validation().accuracy());
    all.least("--min-balanced", limits.minBalanced(), one -> one.validation().balancedAccuracy());
    return all.unkept.isEmpty()
        ? "no circuit that keeps " + String.join(" and ", all.given) + " together"
        : "no circuit that keeps " + String.join(", nor ", all.unkept);
  }

  private void most(String option, double limit, String unit, ToDoubleFunction<Candidate> value) {
    if (limit < Double.POSITIVE_INFINITY) {
      double least = circuits.stream().mapToDouble(value).min().orElseThrow();
      add(
          option + " " + limit,
          least <= limit,
          String.format(Locale.ROOT, "the least is %.4g %s", least, unit));
    }
  }

  private void least(String option, double limit, ToDoubleFunction<Candidate> value) {
    if (limit > 0) {
      double most = circuits.stream().mapToDouble(value).max().orElseThrow();
      add(
          option + " " + limit,
          most >= limit,
          String.format(Locale.ROOT, "the best is %.4f in cross-validation", most));
    }
  }

  private void add(String option, boolean kept, String best) {
    given.add(option);
    if (!kept) {
      unkept.add(option + " (" + best + ")");
    }
  }
}
