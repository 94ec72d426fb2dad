package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PaceMeterTest {
  private static PaceMeter meter(long[] accepts, long[] results) {
    PaceMeter pace = new PaceMeter(accepts.length);
    for (int i = 0; i < accepts.length; i++) {
      pace.accepted(accepts[i], true, true);
      pace.accepted(accepts[i] + 1, false, true);
    }
    for (long result : results) {
      pace.resultTaken(result, true);
    }
    return pace;
  }

  @Test
  void warmUpDoesNotCount() {
    long[] accepts = {0, 3, 6, 20, 30, 40, 50};
    long[] results = {30, 40, 50, 60, 70, 80, 90};
    assertThat(meter(accepts, results).interval()).isEqualTo(OptionalInt.of(10));
  }

  @Test
  void queuesThatStillFillDoNotHideTheSlowestLayer() {
    long[] accepts = {0, 9, 18, 27, 36, 45, 54};
    long[] results = {30, 40, 50, 60, 70, 80, 90};
    assertThat(meter(accepts, results).interval()).isEqualTo(OptionalInt.of(10));
  }

  @Test
  void partsOfACycleAreRoundedUp() {
    long[] accepts = {0, 2, 3, 5, 6, 8, 9};
    assertThat(meter(accepts, accepts).interval()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void withoutAllResultsThereIsNone() {
    assertThat(meter(new long[] {0, 9, 18}, new long[] {30, 39}).interval()).isEmpty();
  }

  @Test
  void theFirstResultGivesBothLatencies() {
    PaceMeter pace = new PaceMeter(4);
    pace.accepted(10, true, false);
    pace.accepted(11, false, false);
    pace.accepted(14, false, false);
    pace.resultValid(20);
    pace.accepted(21, true, true);
    pace.resultValid(40);
    assertThat(pace.latency()).isEqualTo(OptionalInt.of(10));
    assertThat(pace.latencyFromLastBeat()).isEqualTo(OptionalInt.of(6));
  }
}
