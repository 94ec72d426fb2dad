package io.hdlgen.flow.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTimerTest {
  private static final long MILLI = 1_000_000;

  private final AnswerTimer timer = new AnswerTimer(Duration.ofMillis(2000));

  @Test
  void waitsForLongUntilAnAnswerCame() {
    assertThat(timer.nanos()).isEqualTo(2000 * MILLI);
    timer.silent();
    assertThat(timer.nanos()).isEqualTo(2000 * MILLI);
    timer.answered(100 * MILLI);
    assertThat(timer.nanos()).isEqualTo(300 * MILLI);
  }

  @Test
  void settlesAboveSteadyAnswersAndNeverBelowTheShortest() {
    for (int i = 0; i < 60; i++) {
      timer.answered(100 * MILLI);
    }
    assertThat(timer.nanos()).isBetween(100 * MILLI, 101 * MILLI);
    for (int i = 0; i < 200; i++) {
      timer.answered(MILLI);
    }
    assertThat(timer.nanos()).isEqualTo(30 * MILLI);
  }

  @Test
  void waitsTwiceAsLongAfterEachSilence() {
    timer.answered(100 * MILLI);
    timer.silent();
    assertThat(timer.nanos()).isEqualTo(600 * MILLI);
    timer.silent();
    timer.silent();
    assertThat(timer.nanos()).isEqualTo(2000 * MILLI);
    timer.answered(100 * MILLI);
    assertThat(timer.nanos()).isLessThan(300 * MILLI);
  }
}
