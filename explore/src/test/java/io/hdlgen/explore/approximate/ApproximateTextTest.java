package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApproximateTextTest {
  @Test
  void everythingThatMatters() {
    DataSource data =
        new DataSource(
            Path.of("a/my rows.csv"),
            Optional.of("kind"),
            Optional.of(Path.of("a/y.csv")),
            List.of("id", "day"));
    assertThat(text(new TestedData(data, Optional.of(Path.of("b/rows.txt")), Optional.empty())))
        .isEqualTo(
            "hdlgen approximate 'it'\\''s.json' --data 'my rows.csv' --label kind --labels y.csv"
                + " --ignore id,day --test-rows rows.txt --target egfet_1v0 --aim balanced"
                + " --max-loss 0.02 --population 20 --generations 7 --seed 3");
    assertThat(
            text(
                new TestedData(
                    DataSource.of(Path.of("x.csv")),
                    Optional.empty(),
                    Optional.of(DataSource.of(Path.of("t.csv"))))))
        .contains(" --data x.csv --test-data t.csv --target ");
  }

  private static String text(TestedData rows) {
    return ApproximateText.of(
        new ApproximateRequest(
            Path.of("in/it's.json"),
            rows,
            "egfet_1v0",
            Aim.BALANCED,
            0.02,
            Optional.empty(),
            20,
            7,
            3,
            1));
  }
}
