package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontFixture;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Verified;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What is said of designs of which some differ from their references. */
class DesignsTest {
  private static final Verified EQUAL = new Verified(100_150, true, 0, true);
  private static final Verified SIMULATED = new Verified(100_150, true, 4321, false);
  private static final Verified PROVEN = new Verified(100_150, false, 0, false);

  @Test
  void eachThatDiffersIsNamed() {
    Designs designs = make(Emit.ALL, List.of(EQUAL, SIMULATED, PROVEN));
    assertThat(designs.passed()).isFalse();
    assertThat(designs.notes("p01"))
        .containsExactly(
            "note of p01",
            "p02 differs from its reference: 4,321 mismatches in 100,150 vectors in designs/p02",
            "p03 differs from its reference: not in what was compared, but in what was proven, in"
                + " designs/p03");
    Front front = designs.verified(front());
    assertThat(front.points())
        .extracting(FrontPoint::verified)
        .containsExactly(Optional.of(EQUAL), Optional.of(SIMULATED), Optional.of(PROVEN));
    assertThat(front.differing()).extracting(FrontPoint::id).containsExactly("p02", "p03");
  }

  @Test
  void nothingIsSaidOfDesignsThatAreEqual() {
    Designs designs = make(Emit.ALL, List.of(EQUAL, EQUAL, EQUAL));
    assertThat(designs.passed()).isTrue();
    assertThat(designs.notes("p02")).containsExactly("note of p02");
    assertThat(designs.verified(front()).differing()).isEmpty();
  }

  @Test
  void onlyTheRecommendedOneIsMade() {
    Designs designs = make(Emit.RECOMMENDED, List.of(EQUAL, SIMULATED, EQUAL));
    assertThat(designs.all()).containsOnlyKeys("p02");
    assertThat(designs.passed()).isFalse();
    assertThat(designs.verified(front()).points())
        .extracting(FrontPoint::verified)
        .containsExactly(Optional.empty(), Optional.of(SIMULATED), Optional.empty());
  }

  private static Designs make(Emit emit, List<Verified> found) {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      return Designs.make(
          emit,
          List.of("p01", "p02", "p03").stream().map(DesignsTest::circuit).toList(),
          "p02",
          progress ->
              circuit -> {
                String id = circuit.id();
                return new MadeDesign(
                    Path.of("designs", id),
                    "area",
                    Map.of(),
                    found.get(Integer.parseInt(id.substring(1)) - 1),
                    List.of("note of " + id));
              },
          workers,
          Progress.NONE);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Of a circuit, designs need no more than its name. */
  private static Candidate circuit(String id) {
    return new Candidate(id, "made up", null, null, null, null);
  }

  private static Front front() {
    return FrontFixture.with(
        FrontFixture.front(),
        List.of("p01", "p02", "p03").stream()
            .map(id -> FrontFixture.point(id, 0.9, 0.8, 0.1))
            .toList(),
        List.of());
  }
}
