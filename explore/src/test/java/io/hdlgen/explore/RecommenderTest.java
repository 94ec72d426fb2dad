package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.search.Goal;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which circuit is recommended; the standard error of 100 rows at 0.9 is 0.03. */
class RecommenderTest {
  private static final PrintedTechnology EGFET = Circuits.technology("egfet_1v0");
  private static final int[] ROWS = {50, 50};
  private static final InputLevels LEVELS = new InputLevels(2, 1);

  private final Samples samples =
      new Samples(
          List.of("x", "y"),
          IntStream.range(0, 100)
              .mapToObj(r -> new double[] {r, (37 * r) % 100})
              .toArray(double[][]::new),
          IntStream.range(0, 100).map(r -> r / 50).toArray(),
          List.of("low", "high"));

  private final Candidate tiny = candidate("tiny", 1, 0.80, 0.95);
  private final Candidate small = candidate("small", 2, 0.88, 0.70);
  private final Candidate medium = candidate("medium", 4, 0.90, 0.91);
  private final Candidate large = candidate("large", 9, 0.90, 0.80);
  private final List<Candidate> all = List.of(large, tiny, medium, small);

  /** A chain of gates on both features. */
  private Candidate candidate(String id, int gates, double accuracy, double balanced) {
    List<Gate> made = new ArrayList<>();
    int last = 0;
    for (int g = 0; g < gates; g++) {
      made.add(new Gate(GateKind.NAND, Math.min(1, last), Math.max(1, last)));
      last = LEVELS.inputs() + LogicCircuit.CONSTANTS + g;
    }
    int[] rows = IntStream.range(0, samples.rows()).toArray();
    return new CandidateMaker(samples, EGFET)
        .of(
            id,
            "by hand",
            new LogicCircuit(LEVELS.inputs(), made, List.of(last)),
            LEVELS,
            InputCoding.of(samples, rows, LEVELS.bits()),
            accuracy,
            balanced);
  }

  private static ExploreRequest request(Aim aim, double maxAreaCm2, double maxPowerMw) {
    return request(aim, maxAreaCm2, maxPowerMw, 0, 0);
  }

  private static ExploreRequest request(
      Aim aim, double maxAreaCm2, double maxPowerMw, double minAccuracy, double minBalanced) {
    return new ExploreRequest(
        TestedData.of(DataSource.of(Path.of("data.csv"))),
        List.of(),
        "egfet_1v0",
        new Goal(
            aim,
            new Limits(
                Double.isNaN(maxAreaCm2) ? Double.POSITIVE_INFINITY : maxAreaCm2,
                Double.isNaN(maxPowerMw) ? Double.POSITIVE_INFINITY : maxPowerMw,
                minAccuracy,
                minBalanced)),
        true,
        Optional.empty(),
        ExploreRequest.Emit.RECOMMENDED,
        Optional.empty(),
        OptionalInt.empty(),
        1,
        1);
  }

  private Optional<Candidate> choose(Aim aim, double maxAreaCm2, double maxPowerMw) {
    return new Recommender(request(aim, maxAreaCm2, maxPowerMw), ROWS).choose(all);
  }

  private Optional<Candidate> choose(
      Aim aim, double maxAreaCm2, double maxPowerMw, double minAccuracy, double minBalanced) {
    return new Recommender(request(aim, maxAreaCm2, maxPowerMw, minAccuracy, minBalanced), ROWS)
        .choose(all);
  }

  @Test
  void withinOneStandardError() {
    assertThat(choose(Aim.ACCURACY, Double.NaN, Double.NaN)).contains(small);
    assertThat(choose(Aim.BALANCED, Double.NaN, Double.NaN)).contains(tiny);
  }

  @Test
  void theBestWithinLimits() {
    assertThat(choose(Aim.ACCURACY, 100, Double.NaN)).as("of equals the smaller").contains(medium);
    assertThat(choose(Aim.BALANCED, Double.NaN, 1000)).contains(tiny);
    double area = small.cost().areaCm2();
    assertThat(choose(Aim.ACCURACY, area, Double.NaN)).contains(small);
    assertThat(choose(Aim.ACCURACY, Math.nextDown(area), Double.NaN)).contains(tiny);
    double power = medium.cost().staticPowerMw();
    assertThat(choose(Aim.ACCURACY, Double.NaN, power)).contains(medium);
    assertThat(choose(Aim.ACCURACY, area, power)).contains(small);
    assertThat(choose(Aim.ACCURACY, 0, Double.NaN)).isEmpty();
    assertThat(choose(Aim.ACCURACY, Double.NaN, 0)).isEmpty();
  }

  @Test
  void nothingToChooseFrom() {
    assertThat(
            new Recommender(request(Aim.ACCURACY, Double.NaN, Double.NaN), ROWS).choose(List.of()))
        .isEmpty();
  }

  @Test
  void whatIsBeatenOrEqualledDoesNotBelongToTheFront() {
    Candidate better = candidate("better", 3, 0.89, 0.80);
    Candidate equal = candidate("equal", 4, 0.90, 0.91);
    Candidate balanced = candidate("balanced", 10, 0.50, 0.96);
    Candidate worse = candidate("worse", 10, 0.90, 0.91);
    assertThat(Recommender.front(all, List.of(better, equal, balanced, worse)))
        .containsExactly(tiny, small, better, medium, balanced);
    assertThat(Recommender.front(List.of(medium, equal), List.of())).containsExactly(medium);
    assertThat(Recommender.front(List.of(equal), List.of(medium))).containsExactly(equal);
  }

  /** The mean recall of two classes, one of four rows, is known far worse than that of 50 each. */
  @Test
  void classesOfFewRowsWidenTheErrorOfBalancedAccuracy() {
    assertThat(choose(Aim.BALANCED, Double.NaN, Double.NaN)).contains(tiny);
    List<Candidate> two = List.of(candidate("a", 2, 0.9, 0.85), candidate("b", 5, 0.9, 0.95));
    ExploreRequest request = request(Aim.BALANCED, Double.NaN, Double.NaN);
    assertThat(new Recommender(request, new int[] {50, 50}).choose(two)).contains(two.get(1));
    assertThat(new Recommender(request, new int[] {96, 4}).choose(two)).contains(two.get(0));
    assertThat(new Recommender(request, new int[] {96, 4, 0}).choose(two)).contains(two.get(0));
  }

  @Test
  void leastAccuraciesAreKept() {
    assertThat(choose(Aim.ACCURACY, 100, Double.NaN, 0, 0.92)).contains(tiny);
    assertThat(choose(Aim.BALANCED, 100, Double.NaN, 0.89, 0)).contains(medium);
    assertThat(choose(Aim.ACCURACY, 100, Double.NaN, 0.91, 0)).isEmpty();
  }
}
