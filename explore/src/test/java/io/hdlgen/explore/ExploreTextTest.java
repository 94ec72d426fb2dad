package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.ExploreRequest.Aim;
import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The command in a report. */
class ExploreTextTest {
  @Test
  void saysOnlyWhatIsUnusual() {
    assertThat(
            ExploreText.of(
                new ExploreRequest(
                    DataSource.of(Path.of("there/wine.csv")),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "egfet_1v0",
                    Aim.ACCURACY,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    0,
                    0,
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
                    new DataSource(
                        Path.of("my wine.csv"),
                        Optional.of("quality"),
                        Optional.empty(),
                        List.of("id", "date")),
                    List.of("no", "my row"),
                    Optional.of(Path.of("rows.txt")),
                    Optional.of(
                        new DataSource(
                            Path.of("t.csv"),
                            Optional.empty(),
                            Optional.of(Path.of("l.csv")),
                            List.of())),
                    "egfet_0v6",
                    Aim.BALANCED,
                    OptionalDouble.of(0.03),
                    OptionalDouble.of(2),
                    0.5,
                    0.25,
                    Optional.of(Path.of("a/published.csv")),
                    Emit.ALL,
                    Optional.empty(),
                    OptionalInt.of(3),
                    5,
                    2)))
        .isEqualTo(
            "hdlgen explore --target egfet_0v6 --data 'my wine.csv' --label quality"
                + " --ignore id,date --keep 'no,my row' --test-rows rows.txt --test-data t.csv --test-labels l.csv"
                + " --aim balanced --max-area 0.03 --max-power 2.0 --min-accuracy 0.5 --min-balanced 0.25 --references published.csv"
                + " --emit all --generations 3 --seed 5");
  }
}
