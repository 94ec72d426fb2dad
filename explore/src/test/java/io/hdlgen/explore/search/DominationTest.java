package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.explore.outcome.Aim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fronts, what they cover, and what is chosen of them. */
class DominationTest {
  private static final Goal ANY = new Goal(Aim.ACCURACY, Limits.NONE);

  /** Every set of up to four points on a grid of three by three, in every order. */
  @Test
  void exhaustively() {
    for (int size = 0; size <= 4; size++) {
      for (int set = 0; set < Math.pow(9, size); set++) {
        List<int[]> points = new ArrayList<>();
        int rest = set;
        for (int p = 0; p < size; p++) {
          points.add(new int[] {rest % 9 / 3, rest % 3});
          rest /= 9;
        }
        List<int[]> front = Domination.front(points, point -> point[0], point -> point[1]);
        List<int[]> expected = new ArrayList<>();
        for (int p = 0; p < size; p++) {
          if (isUnbeaten(points, p)) {
            expected.add(points.get(p));
          }
        }
        expected.sort((a, b) -> Integer.compare(a[0], b[0]));
        assertThat(front).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(expected);
      }
    }
  }

  private static boolean isUnbeaten(List<int[]> points, int own) {
    int[] point = points.get(own);
    for (int p = 0; p < points.size(); p++) {
      int[] other = points.get(p);
      boolean equal = other[0] == point[0] && other[1] == point[1];
      if (p != own && other[0] <= point[0] && other[1] >= point[1] && (!equal || p < own)) {
        return false;
      }
    }
    return true;
  }

  private static Trial trial(double accuracy, double areaCm2) {
    return new Trial(Tables.recipe(), accuracy, accuracy, areaCm2, areaCm2, areaCm2, areaCm2);
  }

  @Test
  void hypervolumeByHand() {
    assertThat(Hypervolume.of(List.of())).isZero();
    assertThat(Hypervolume.of(List.of(trial(1, 1e-4)))).isCloseTo(1, within(1e-12));
    assertThat(Hypervolume.of(List.of(trial(0.6, 1e-9)))).isCloseTo(0.6, within(1e-12));
    assertThat(Hypervolume.of(List.of(trial(1, 100)))).isCloseTo(0, within(1e-12));
    assertThat(Hypervolume.of(List.of(trial(1, 1e5)))).isCloseTo(0, within(1e-12));
    // Six decades: 0.6 for one of them, 0.9 for three.
    assertThat(Hypervolume.of(List.of(trial(0.6, 0.01), trial(0.9, 0.1))))
        .isCloseTo(0.6 / 6 + 0.9 / 2, within(1e-12));
  }

  @Test
  void chosenRecipes() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Area and accuracy rise together, power and balanced accuracy the other way round.
      trials.add(
          new Trial(Tables.recipe(), 0.5 + 0.01 * i, 0.9 - 0.01 * i, 1 + i, 50 - i, 1 + i, 50 - i));
      trials.add(new Trial(Tables.recipe(), 0.1, 0.1, 90 + i, 90 + i, 90 + i, 90 + i));
    }
    List<Trial> chosen = RecipeChoice.of(trials, ANY, 5);
    assertThat(chosen)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Double.compare(a.areaCm2(), b.areaCm2()))
        .allMatch(trial -> trial.accuracy() >= 0.5)
        .contains(trials.get(0), trials.get(78));
    assertThat(chosen.size()).isBetween(5, 30);
    assertThat(RecipeChoice.of(trials.subList(0, 1), ANY, 5)).containsExactly(trials.get(0));
  }
}
