package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.search.Goal;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The command in a report. */
class ExploreTextTest {
  @Test
  void saysOnlyWhatIsUnusual() {
    assertThat(
            ExploreText.of(
                new ExploreRequest(
                    TestedData.of(DataSource.of(Path.of("there/wine.csv"))),
                    List.of(),
                    "egfet_1v0",
                    new Goal(Aim.ACCURACY, Limits.NONE),
                    true,
                    Optional.empty(),
                    Emit.RECOMMENDED,
                    Optional.of(Path.of("out")),
                    OptionalInt.empty(),
                    1,
                    7)))
        .isEqualTo("hdlgen explore --target egfet_1v0 --data wine.csv");
  }

  @Test
  void saysAllThatMatters() {
    assertThat(
            ExploreText.of(
                new ExploreRequest(
                    new TestedData(
                        new DataSource(
                            Path.of("my wine.csv"),
                            Optional.of("quality"),
                            Optional.empty(),
                            List.of("id", "date")),
                        Optional.of(Path.of("rows.txt")),
                        Optional.of(
                            new DataSource(
                                Path.of("t.csv"),
                                Optional.empty(),
                                Optional.of(Path.of("l.csv")),
                                List.of()))),
                    List.of("no", "my row"),
                    "egfet_0v6",
                    new Goal(Aim.BALANCED, new Limits(0.03, 2, 0.5, 0.25)),
                    false,
                    Optional.of(Path.of("a/published.csv")),
                    Emit.ALL,
                    Optional.empty(),
                    OptionalInt.of(3),
                    5,
                    2)))
        .isEqualTo(
            "hdlgen explore --target egfet_0v6 --data 'my wine.csv' --label quality"
                + " --ignore id,date --keep 'no,my row' --test-rows rows.txt --test-data t.csv --test-labels l.csv"
                + " --aim balanced --folds rows --max-area 0.03 --max-power 2.0 --min-accuracy 0.5 --min-balanced 0.25 --references published.csv"
                + " --emit all --generations 3 --seed 5");
  }
}
