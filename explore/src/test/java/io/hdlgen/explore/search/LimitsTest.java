package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.outcome.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits LIMITS = new Limits(2, 3, 0.8, 0.7);
  private static final Function<Trial, double[]> MERIT =
      trial -> new double[] {trial.accuracy(), -trial.areaCm2()};

  /** Without converters: those that the trial has on top do not count. */
  private static Trial trial(double accuracy, double balanced, double areaCm2, double powerMw) {
    return new Trial(
        Tables.recipe(), accuracy, balanced, areaCm2 + 100, powerMw + 100, areaCm2, powerMw);
  }

  @Test
  void limitsAreKeptUpToTheirValue() {
    assertThat(LIMITS.excess(trial(0.8, 0.7, 2, 3))).isZero();
    assertThat(Limits.NONE.excess(trial(0, 0, 1e9, 1e9))).isZero();
  }

  @Test
  void whatIsFurtherBeyondHasTheGreaterExcess() {
    double small = LIMITS.excess(trial(0.8, 0.7, 2.5, 3));
    assertThat(small).isEqualTo(0.2);
    assertThat(LIMITS.excess(trial(0.8, 0.7, 4, 3))).isEqualTo(0.5);
    assertThat(LIMITS.excess(trial(0.8, 0.7, 4, 6))).isEqualTo(1);
    assertThat(LIMITS.excess(trial(0.4, 0.7, 2, 3))).isEqualTo(0.5);
    assertThat(LIMITS.excess(trial(0.8, 0.35, 2, 3))).isEqualTo(0.5);
  }

  @Test
  void whatIsBeyondIsWorseInAllObjectives() {
    Function<Trial, double[]> within = RecipeSearch.within(LIMITS, MERIT);
    Trial poor = trial(0.8, 0.7, 2, 3);
    Trial beyond = trial(0.99, 0.99, 2.1, 0);
    Trial further = trial(0.99, 0.99, 20, 0);
    assertThat(within.apply(poor)).containsExactly(MERIT.apply(poor));
    for (int i = 0; i < 2; i++) {
      assertThat(within.apply(beyond)[i]).isLessThan(within.apply(poor)[i]);
      assertThat(within.apply(further)[i]).isLessThan(within.apply(beyond)[i]);
    }
  }

  @Test
  void theBestWithinTheLimitsAreChosenToo() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // All of one cost: one of them alone is on each front.
      trials.add(trial(0.9 - 0.001 * i, 0.9 - 0.001 * i, i % 2 == 0 ? 2 : 2.5, 1));
    }
    Goal limited = new Goal(Aim.ACCURACY, LIMITS);
    assertThat(RecipeChoice.of(trials, new Goal(Aim.ACCURACY, Limits.NONE), 3))
        .doesNotContain(trials.get(2));
    assertThat(RecipeChoice.of(trials, limited, 3))
        .contains(trials.get(0), trials.get(2), trials.get(4))
        .doesNotContain(trials.get(6));
  }
}
