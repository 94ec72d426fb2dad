package io.hdlgen.canids.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSplitTest {
  @TempDir private Path folder;

  private TrafficLog log(String text) throws IOException {
    return new TrafficLog(Files.writeString(folder.resolve("log"), text), ReadMode.DEFAULT);
  }

  @Test
  void splitsTheTimeFromTheFirstFrameOn() throws IOException {
    TrafficLog log = log("(100.0) can0 316#05\n(101.0) can0 316#05\n(108.0) can0 316#05\n");
    assertThat(TimeSplit.seconds(log, 0.25, Progress.NONE)).isEqualTo(2);
    assertThatThrownBy(() -> TimeSplit.seconds(log, 1, Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("--split: found 1.0; expected a fraction between 0 and 1");
  }

  @Test
  void aLogWithoutTimesCannotBeSplit() throws IOException {
    TrafficLog log = log("(100.0) can0 316#05\n");
    assertThatThrownBy(() -> TimeSplit.seconds(log, 0.5, Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no time between first and last frame");
  }
}
