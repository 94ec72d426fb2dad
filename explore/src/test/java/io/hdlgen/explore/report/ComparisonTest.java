package io.hdlgen.explore.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontFixture;
import io.hdlgen.explore.front.FrontPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int GRID = 27;

  /** All pairs of two circuits and one tree on a grid, each against the words of the definition. */
  @Test
  void everySmallCaseIsJudgedByTheDefinition() {
    for (int first = 0; first < GRID; first++) {
      for (int second = 0; second < GRID; second++) {
        List<FrontPoint> ours = List.of(point("a", first), point("b", second));
        for (int t = 0; t < GRID; t++) {
          FrontPoint tree = point("t", t);
          Front front = FrontFixture.with(FrontFixture.front(), ours, List.of(tree));
          judge(Comparison.of(front, RowSet.TEST, CostKind.AREA), ours, tree);
        }
      }
    }
  }

  private static void judge(Comparison found, List<FrontPoint> ours, FrontPoint tree) {
    List<FrontPoint> one = List.of(tree);
    boolean beaten = ours.stream().anyMatch(point -> beats(point, tree));
    boolean equalled =
        ours.stream().anyMatch(point -> notWorse(point, tree) && notWorse(tree, point));
    assertThat(found.beaten()).isEqualTo(beaten ? one : List.of());
    assertThat(found.equalled()).isEqualTo(!beaten && equalled ? one : List.of());
    assertThat(found.unbeaten()).isEqualTo(beaten || equalled ? List.of() : one);
    assertThat(found.trees()).isEqualTo(1);
    assertThat(found.behind())
        .isEqualTo(ours.stream().filter(point -> beats(tree, point)).toList());
    List<Double> shares = new ArrayList<>();
    ours.stream()
        .filter(point -> accuracy(point) >= accuracy(tree))
        .mapToDouble(point -> point.cost().areaCm2())
        .min()
        .ifPresent(least -> shares.add(least / tree.cost().areaCm2()));
    assertThat(found.shares()).isEqualTo(shares);
    assertThat(found.unreached()).isEqualTo(shares.isEmpty() ? one : List.of());
  }

  @Test
  void aTreeIsNotComparedWithItself() {
    FrontPoint tree = FrontFixture.point("t", 0.9, 0.9, 0.1);
    FrontPoint own = FrontFixture.point("a", 0.5, 0.5, 0.5);
    Front front = FrontFixture.with(FrontFixture.front(), List.of(own, tree), List.of(tree));
    Comparison found = Comparison.of(front, RowSet.TEST, CostKind.AREA);
    assertThat(found.unbeaten()).containsExactly(tree);
    assertThat(found.equalled()).isEmpty();
    assertThat(found.shares()).isEmpty();
    assertThat(found.behind()).containsExactly(own);
  }

  @Test
  void nothingOfNothingIsTheSame() {
    assertThat(Comparison.share(0, 0)).isEqualTo(1);
    assertThat(Comparison.share(2, 0)).isInfinite();
    assertThat(Comparison.share(0, 2)).isZero();
    assertThat(Comparison.share(3, 2)).isEqualTo(1.5);
  }

  private static boolean beats(FrontPoint a, FrontPoint b) {
    return notWorse(a, b) && !notWorse(b, a);
  }

  private static boolean notWorse(FrontPoint a, FrontPoint b) {
    return accuracy(a) >= accuracy(b)
        && balanced(a) >= balanced(b)
        && a.cost().areaCm2() <= b.cost().areaCm2();
  }

  private static double accuracy(FrontPoint point) {
    return point.test().orElseThrow().accuracy();
  }

  private static double balanced(FrontPoint point) {
    return point.test().orElseThrow().balancedAccuracy();
  }

  private static FrontPoint point(String id, int place) {
    return FrontFixture.point(
        id, 0.5 + place % 3 * 0.1, 0.3 + place / 3 % 3 * 0.1, 0.25 * (1 + place / 9));
  }
}
