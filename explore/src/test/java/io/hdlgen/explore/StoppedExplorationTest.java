package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.search.Goal;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal after the search, which ends programs, too: what was found is given and left whole. */
class StoppedExplorationTest {
  private static final String MOVES = "hdlgen.explore.moves";

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Path output;

  @BeforeEach
  void makeData() throws IOException {
    for (Tool tool : List.of(Tool.YOSYS, Tool.VERILATOR)) {
      assumeTrue(
          Doctor.ofEnvironment().find(tool).isPresent() || Boolean.getBoolean("require.tools"),
          "skipped: no " + tool);
    }
    System.setProperty(MOVES, "50");
    output = folder.resolve("found");
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("x,y,kind\n");
    for (int r = 0; r < 60; r++) {
      text.append(r % 3 + random.nextGaussian()).append(',');
      text.append(r % 2 + random.nextGaussian()).append(',').append(r % 3).append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), text);
  }

  @AfterEach
  void usualMoves() {
    System.clearProperty(MOVES);
  }

  @Test
  void whileTreesAreGrown() throws IOException {
    ExploreResult result = explore("growing decision trees", true);
    assertStopped(result);
    assertThat(result.front().points()).allMatch(point -> point.test().isEmpty());
    assertThat(output.resolve("frozen.json")).doesNotExist();
  }

  /** In the middle of a design; then again, now that test rows were read. */
  @Test
  void whileADesignIsMade() throws IOException {
    ExploreResult result = explore("building the Verilog simulation", true);
    assertStopped(result);
    assertThat(result.front().points()).allMatch(point -> point.test().isPresent());
    assertThat(output.resolve("designs"))
        .satisfiesAnyOf(
            designs -> assertThat(designs).doesNotExist(),
            designs -> assertThat(designs).isEmptyDirectory());
    Front tested = result.front();
    ExploreResult again = explore("growing decision trees", true);
    assertStopped(again);
    assertThat(FrontJson.write(again.front())).isEqualTo(FrontJson.write(tested));
    assertThat(again.notes())
        .contains("Stopped. The front in " + output + " was tested before and stays as it is");
  }

  /** What fails by itself is no interruption. */
  @Test
  void otherFailuresStayFailures() {
    assertThatThrownBy(() -> explore("growing decision trees", false))
        .isInstanceOf(ToolException.class);
  }

  private void assertStopped(ExploreResult result) throws IOException {
    assertThat(result.stopped()).isTrue();
    assertThat(result.design()).isEmpty();
    assertThat(result.passed()).isFalse();
    assertThat(result.notes()).containsOnlyOnce(said.toArray(String[]::new));
    assertThat(said).filteredOn(note -> note.startsWith("Stopped")).hasSize(1);
    assertThat(said.get(said.size() - 1)).startsWith("Stopped. ").contains(output.toString());
    assertThat(output.resolve("front.json")).hasContent(FrontJson.write(result.front()));
  }

  /** Explores; a program fails as the stage begins, because of a signal or not. */
  private ExploreResult explore(String stage, boolean signal) {
    said.clear();
    AtomicBoolean stop = new AtomicBoolean();
    return Explorer.explore(
        new ExploreRequest(
            TestedData.of(DataSource.of(folder.resolve("rows.csv"))),
            List.of(),
            "egfet_1v0",
            new Goal(Aim.ACCURACY, Limits.NONE),
            true,
            Optional.empty(),
            ExploreRequest.Emit.RECOMMENDED,
            Optional.of(output),
            OptionalInt.of(1),
            1,
            1),
        new Failing(stage, () -> stop.set(signal), said),
        stop::get);
  }

  private record Failing(String stage, Runnable signal, List<String> said) implements Progress {
    @Override
    public void stage(String name, long total) {
      if (name.equals(stage)) {
        signal.run();
        throw new ToolException(ToolException.Reason.INTERRUPTED, "yosys was interrupted");
      }
    }

    @Override
    public void step(long done) {}

    @Override
    public void detail(String text) {}

    @Override
    public void note(String sentence) {
      said.add(sentence);
    }

    @Override
    public void close() {}
  }
}
