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
            "At equal or better test accuracy, area is 3.1 to 5.2 times less than that of the"
                + " decision trees. The tree front is dominated at 2 of 2 points;"
                + " not dominated: none.");
  }

  @Test
  void worseEverywhere() {
    assertThat(
            trees(
                FrontFixture.point("t1", 0.8, 0.7, 0.05), FrontFixture.point("t2", 0.9, 0.8, 0.4)))
        .isEqualTo(
            "At equal or better test accuracy, area is 1.25 to 2.0 times more than that of the"
                + " decision trees. The tree front is dominated at 0 of 2 points;"
                + " not dominated: t1, t2."
                + " Decision trees dominate 2 of 2 explored circuits: small, large.");
  }

  @Test
  void betterHereAndWorseThere() {
    assertThat(
            trees(
                FrontFixture.point("t1", 0.8, 0.7, 0.05), FrontFixture.point("t2", 0.9, 0.8, 1.5)))
        .startsWith(
            "At equal or better test accuracy, area is from 2.0 times more to 3.0 times less than"
                + " that of the decision trees.")
        .endsWith("Decision trees dominate 1 of 2 explored circuits: small.");
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
        .startsWith(
            "At equal or better test accuracy, area is none at all, against that of the decision"
                + " trees.");
  }

  @Test
  void neverReached() {
    assertThat(trees(FrontFixture.point("t1", 0.95, 0.7, 3)))
        .isEqualTo(
            "No explored circuit reaches the test accuracy of any decision tree. The tree front is"
                + " dominated at 0 of 1 point; not dominated: t1.");
  }

  @Test
  void partlyReached() {
    assertThat(
            trees(FrontFixture.point("t1", 0.95, 0.7, 3), FrontFixture.point("t2", 0.9, 0.7, 0.51)))
        .contains(
            "area is 1.02 times less than that of the decision trees."
                + " No explored circuit reaches the accuracy of t1.");
  }

  @Test
  void equalled() {
    assertThat(trees(FrontFixture.point("t1", 0.9, 0.8, 0.5)))
        .isEqualTo(
            "At equal or better test accuracy, area is the same as that of the decision trees."
                + " The tree front is dominated at 0 of 1 point and equalled at 1;"
                + " not dominated: none.");
  }

  @Test
  void moreBalancedTreesAreNotDominated() {
    assertThat(trees(FrontFixture.point("t1", 0.9, 0.81, 5)))
        .contains("area is 10 times less")
        .endsWith("dominated at 0 of 1 point; not dominated: t1.");
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
            "At equal or better test accuracy, area is 3.1 times less than that of the decision"
                + " trees. No explored circuit reaches the accuracy of t1."
                + " The tree front is dominated at 1 of 2 points; not dominated: t1."
                + " Decision trees dominate 1 of 2 explored circuits: large."
                + " Kept in the front because nothing matches it in cross-validation: t1.");
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
                + " Kept in the front because nothing matches them in cross-validation: t1, t2."
                + " The recommended circuit is itself a decision tree: t1.");
    assertThat(
            new PublishedVerdict(mixed)
                .sentence(new ReferencePoint("P", "", 0.94, 0.9, 10, Optional.empty())))
        .startsWith("t1, a decision tree, against P: area 33 times less")
        .endsWith("It dominates the published circuit in accuracy, balanced accuracy and area.");
    Front recommended =
        FrontFixture.with(FrontFixture.front(), List.of(SMALL, kept), List.of(kept, small));
    assertThat(
            new PublishedVerdict(recommended)
                .sentence(new ReferencePoint("P", "", 0.94, 0.9, 10, Optional.empty())))
        .contains("No explored circuit dominates the published one")
        .endsWith(" Decision trees that do: t1.");
  }

  @Test
  void validationIsSaidWhereTestRowsAreUnread() {
    assertThat(new TreeVerdict(FrontFixture.untested()).sentence())
        .contains("validation accuracy")
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
    assertThat(published(new ReferencePoint("P", "", 0.79, 0.7, 10, Optional.of(30.0))))
        .isEqualTo(
            "small against P: area 100 times less, static power 100 times less; accuracy +0.010,"
                + " balanced accuracy 0.000."
                + " It dominates the published circuit in accuracy, balanced accuracy and area.");
  }

  @Test
  void publishedCircuitsThatAreBetter() {
    assertThat(published(new ReferencePoint("P", "", 0.91, 0.8, 0.05, Optional.empty())))
        .isEqualTo(
            "small against P: area 2.0 times more; accuracy \u22120.110, balanced accuracy"
                + " \u22120.100. No explored circuit dominates the published one in accuracy,"
                + " balanced accuracy and area. The published circuit dominates small, large.");
  }

  @Test
  void publishedCircuitsThatAnotherPointDominates() {
    assertThat(published(new ReferencePoint("P", "", 0.85, 0.7, 0.5, Optional.empty())))
        .endsWith("It does not dominate the published circuit; large would.");
  }

  @Test
  void rangesOfRatios() {
    assertThat(RatioText.range(1, 1)).isEqualTo("the same");
    assertThat(RatioText.range(1.001, 1.002)).isEqualTo("the same");
    assertThat(RatioText.range(0.999, 3)).isEqualTo("from the same to 3.0 times less");
    assertThat(RatioText.range(0.5, 1)).isEqualTo("from 2.0 times more to the same");
    assertThat(RatioText.range(0.5, 2)).isEqualTo("from 2.0 times more to 2.0 times less");
    assertThat(RatioText.range(2, Double.POSITIVE_INFINITY))
        .isEqualTo("2.0 times less to none at all");
    assertThat(RatioText.range(0, 0)).isEqualTo("some instead of none");
    assertThat(RatioText.times(Double.POSITIVE_INFINITY)).isEqualTo("none at all");
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
