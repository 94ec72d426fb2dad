package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A log that was recorded in a car, where it is at hand. */
class RecordedLogTest {
  private static final Path LOG =
      Path.of(System.getProperty("project.root", ".."))
          .resolve("../shared/data/can/hcrl_survival_spark_fuzzy.csv.gz");

  @Test
  void theSurvivalAnalysisData() {
    assumeTrue(Files.exists(LOG), "skipped: no ../shared/data/can");
    ReadMode mode = ReadMode.DEFAULT.withInjected(Label.FUZZY).withStrict(true);
    try (LogReader reader = LogReader.open(LogSource.of(LOG), mode)) {
      CanFrame first = reader.next();
      assertThat(first)
          .isEqualTo(
              CanFrame.of(1_513_920_236_608_807L, 0x189, 7, 0x2d_ff2f_ff0f_ff8fL, Label.BENIGN));
      int fuzzy = 0;
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        fuzzy += frame.label() == Label.FUZZY ? 1 : 0;
      }
      assertThat(fuzzy).isEqualTo(5812);
      ReadTally tally = reader.tally();
      assertThat(tally.frames()).isEqualTo(65_665);
      assertThat(tally.format()).isEqualTo(LogFormat.SURVIVAL);
      assertThat(tally.notes()).isEmpty();
    }
  }
}
