package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogCommentsTest {
  private static LogReader reader(String text) {
    return LogReader.open(
        LogSource.of("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))),
        ReadMode.DEFAULT.withFormat(LogFormat.CANDUMP_LOG));
  }

  /** Each is known before the first frame within it. */
  @Test
  void suspensionsAreThoseOfGeneratedLogs() {
    try (LogReader log =
        reader(
            """
            (1.0) can0 316#0521
            # attack suspension on 153 from 1.5 to 39.488696
            (2.0) can0 316#0521
            // attack suspension on 18a from 50 to 51
            (3.0) can0 316#0521
            """)) {
      log.next();
      assertThat(log.suspensions()).isEmpty();
      log.next();
      Suspension first = new Suspension("153", 1_500_000, 39_488_696);
      assertThat(log.suspensions()).containsExactly(first);
      assertThat(first.contains(1_500_000)).isTrue();
      assertThat(first.contains(39_488_696)).isTrue();
      assertThat(first.contains(1_499_999)).isFalse();
      assertThat(first.contains(39_488_697)).isFalse();
      log.next();
      assertThat(log.suspensions())
          .containsExactly(first, new Suspension("18a", 50_000_000, 51_000_000));
      assertThat(log.next()).isNull();
      assertThat(log.tally().malformed()).isZero();
    }
  }

  @Test
  void otherCommentsAreNone() {
    try (LogReader log =
        reader(
            """
            # attack rpm on 316 from 1.5 to 2
            # attack suspension on 153 from now to then
            # attack suspension on 153
            # the attack suspension on 153 from 1 to 2
            (2.0) can0 316#0521
            """)) {
      assertThat(log.next()).isNotNull();
      assertThat(log.suspensions()).isEmpty();
      assertThat(log.tally().synthetic()).isFalse();
    }
  }
}
