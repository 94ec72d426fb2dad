package io.hdlgen.explore.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontFixture;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.ReferencePoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the report says in words, above all where trees or published circuits are better. */
class VerdictTest {
  private static final FrontPoint SMALL = FrontFixture.point("small", 0.8, 0.7, 0.1);
  private static final FrontPoint LARGE = FrontFixture.point("large", 0.9, 0.8, 0.5);

  @Test
  void betterEverywhere() {
    assertThat(
            trees(
                FrontFixture.point("t1", 0.8, 0.7, 0.31), FrontFixture.point("t2", 0.85, 0.7, 2.6)))
        .isEqualTo(
            "Explored circuits that are as accurate as a decision tree on test rows, or more"
                + " accurate, take 19 % to 32 % of its area. They beat all 2 trees.");
  }

  @Test
  void worseEverywhere() {
    assertThat(
            trees(
                FrontFixture.point("t1", 0.8, 0.7, 0.05), FrontFixture.point("t2", 0.9, 0.8, 0.4)))
        .isEqualTo(
            "Explored circuits that are as accurate as a decision tree on test rows, or more"
                + " accurate, take 125 % to 200 % of its area. They beat none of the 2"
                + " trees. Trees beat all 2 explored circuits.");
  }

  @Test
  void betterHereAndWorseThere() {
    assertThat(
            trees(FrontFixture.point("t1", 0.8, 0.7, 0.05), FrontFixture.point("t2", 0.9, 0.8, 9)))
        .contains(" take 5.6 % to 200 % of its area. ")
        .endsWith("Trees beat 1 of 2 explored circuits: small.");
  }

  /** A circuit that always gives the same class. */
  @Test
  void noGates() {
    Front front =
        FrontFixture.with(
            FrontFixture.front(),
            List.of(FrontFixture.point("none", 0.8, 0.7, 0)),
            List.of(FrontFixture.point("t1", 0.8, 0.7, 0.05)));
    assertThat(new TreeVerdict(front).sentence())
        .contains(" take 0 % of its area. They beat 1 of 1 tree.");
  }

  @Test
  void neverReached() {
    assertThat(trees(FrontFixture.point("t1", 0.95, 0.7, 3)))
        .isEqualTo(
            "No explored circuit is as accurate as any decision tree on test rows. They do not"
                + " beat the only tree, t1.");
  }

  @Test
  void partlyReached() {
    assertThat(
            trees(FrontFixture.point("t1", 0.95, 0.7, 3), FrontFixture.point("t2", 0.9, 0.7, 0.51)))
        .contains(" take 98 % of its area. None is as accurate as t1. ");
  }

  @Test
  void equalled() {
    assertThat(trees(FrontFixture.point("t1", 0.9, 0.8, 0.5)))
        .endsWith(" take 100 % of its area. They beat no tree and equal 1 exactly.");
    assertThat(
            trees(
                FrontFixture.point("t1", 0.9, 0.8, 0.5),
                FrontFixture.point("t2", 0.9, 0.8, 0.6),
                FrontFixture.point("t3", 0.9, 0.8, 0.4)))
        .contains(" They beat 1 of 3 trees and equal 1 exactly; none is a match for t3.");
  }

  @Test
  void moreBalancedTreesAreNotDominated() {
    assertThat(trees(FrontFixture.point("t1", 0.9, 0.81, 5)))
        .endsWith(" take 10 % of its area. They do not beat the only tree, t1.");
  }

  @Test
  void noTreesNoVerdict() {
    assertThat(trees()).startsWith("No decision trees were measured");
  }

  @Test
  void treesOnTheFrontAreNoneOfOurs() {
    FrontPoint kept = FrontFixture.point("t1", 0.95, 0.9, 0.3);
    FrontPoint beaten = FrontFixture.point("t2", 0.8, 0.7, 0.31);
    Front front =
        FrontFixture.with(FrontFixture.front(), List.of(SMALL, kept, LARGE), List.of(kept, beaten));
    assertThat(new TreeVerdict(front).sentence())
        .isEqualTo(
            "Explored circuits that are as accurate as a decision tree on test rows, or more"
                + " accurate, take 32 % of its area. None is as accurate as t1."
                + " They beat 1 of 2 trees; none is a match for t1."
                + " Trees beat 1 of 2 explored circuits: large."
                + " A decision tree is on the front, too: t1. In cross-validation, which decides"
                + " that, no explored circuit is as good as it at no more area and power,"
                + " converters included; test rows may say otherwise.");
  }

  @Test
  void aTreeThatIsRecommendedIsCalledOne() {
    FrontPoint kept = FrontFixture.point("t1", 0.95, 0.9, 0.3);
    FrontPoint small = FrontFixture.point("t2", 0.9, 0.9, 0.2);
    Front mixed =
        FrontFixture.with(FrontFixture.front(), List.of(kept, SMALL), List.of(kept, small));
    assertThat(new TreeVerdict(mixed).sentence())
        .endsWith(" The recommended circuit is itself a decision tree: t1.");
    Front trees =
        FrontFixture.with(FrontFixture.front(), List.of(kept, small), List.of(kept, small));
    assertThat(new TreeVerdict(trees).sentence())
        .isEqualTo(
            "No circuit that the search made is on the front."
                + " Decision trees are on the front, too: t1, t2. In cross-validation, which"
                + " decides that, no explored circuit is as good as any of them at no more area and"
                + " power, converters included; test rows may say otherwise."
                + " The recommended circuit is itself a decision tree: t1.");
    assertThat(
            new PublishedVerdict(mixed)
                .sentence(
                    new ReferencePoint("P", "", 0.94, Optional.of(0.9), 10, Optional.empty())))
        .startsWith(
            "t1, a decision tree, takes 3.0 % of the area of P; its accuracy is 0.010 higher")
        .endsWith("It beats P.");
    Front recommended =
        FrontFixture.with(FrontFixture.front(), List.of(SMALL, kept), List.of(kept, small));
    assertThat(
            new PublishedVerdict(recommended)
                .sentence(
                    new ReferencePoint("P", "", 0.94, Optional.of(0.9), 10, Optional.empty())))
        .contains("No explored circuit beats P.")
        .endsWith(" Decision trees that beat it: t1.");
  }

  @Test
  void validationIsSaidWhereTestRowsAreUnread() {
    assertThat(new TreeVerdict(FrontFixture.untested()).sentence())
        .contains("on validation rows")
        .doesNotContain("test");
  }

  @Test
  void oneUntestedTreeMakesItValidation() {
    Front tested = FrontFixture.front();
    Front untested = FrontFixture.untested();
    assertThat(RowSet.compared(tested)).isEqualTo(RowSet.TEST);
    assertThat(RowSet.compared(FrontFixture.with(tested, tested.points(), untested.trees())))
        .isEqualTo(RowSet.VALIDATION);
    assertThat(RowSet.compared(FrontFixture.with(tested, untested.points(), tested.trees())))
        .isEqualTo(RowSet.VALIDATION);
  }

  @Test
  void publishedCircuitsThatAreDominated() {
    assertThat(
            published(new ReferencePoint("P", "", 0.79, Optional.of(0.7), 10, Optional.of(30.0))))
        .isEqualTo(
            "small takes 1.0 % of the area of P and 1.0 % of its static power; its accuracy is 0.010"
                + " higher, its balanced accuracy the same. It beats P.");
  }

  @Test
  void publishedCircuitsThatAreBetter() {
    assertThat(
            published(new ReferencePoint("P", "", 0.91, Optional.of(0.8), 0.05, Optional.empty())))
        .isEqualTo(
            "small takes 200 % of the area of P; its accuracy is 0.110 lower, its balanced accuracy"
                + " 0.100 lower. No explored circuit beats P. P beats small, large.");
  }

  @Test
  void publishedCircuitsThatAnotherPointDominates() {
    assertThat(
            published(new ReferencePoint("P", "", 0.85, Optional.of(0.7), 0.5, Optional.empty())))
        .endsWith("It does not beat P, but these do: large.");
  }

  /** Then accuracy and area decide. */
  @Test
  void publishedCircuitsOfUnknownBalancedAccuracy() {
    assertThat(published(new ReferencePoint("P", "", 0.79, Optional.empty(), 10, Optional.empty())))
        .isEqualTo("small takes 1.0 % of the area of P; its accuracy is 0.010 higher. It beats P.");
  }

  @Test
  void sharesInWords() {
    assertThat(ShareText.range(List.of(1.0, 1.0))).isEqualTo("100 %");
    assertThat(ShareText.range(List.of(1.001, 0.999))).isEqualTo("100 %");
    assertThat(ShareText.range(List.of(2.0, 0.0, 0.051))).isEqualTo("0 % to 200 %");
    assertThat(ShareText.range(List.of(0.051, 12.34))).isEqualTo("5.1 % to 1,234 %");
    assertThat(ShareText.range(List.of(Double.POSITIVE_INFINITY, 0.5)))
        .isEqualTo("50 % (and some where the tree takes none)");
    assertThat(ShareText.range(List.of(Double.POSITIVE_INFINITY)))
        .isEqualTo("some instead of none");
  }

  private static String trees(FrontPoint... trees) {
    Front front = FrontFixture.with(FrontFixture.front(), List.of(SMALL, LARGE), List.of(trees));
    return new TreeVerdict(front).sentence();
  }

  private static String published(ReferencePoint reference) {
    Front front = FrontFixture.with(FrontFixture.front(), List.of(SMALL, LARGE), List.of());
    return new PublishedVerdict(front).sentence(reference);
  }
}
