package io.hdlgen.canids.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogPartTest {
  @Test
  void timeIsFromInclusiveUntilExclusive() {
    LogPart part = LogPart.time(1, 2);
    assertThat(part.contains(0, 999_999)).isFalse();
    assertThat(part.contains(0, 1_000_000)).isTrue();
    assertThat(part.contains(0, 1_999_999)).isTrue();
    assertThat(part.contains(0, 2_000_000)).isFalse();
  }

  @Test
  void framesThatStepBackBeforeTheFirstAreOfTheBeginning() {
    assertThat(LogPart.ALL.contains(3, -1)).isTrue();
    assertThat(LogPart.time(0, 2).contains(3, -5_000_000)).isTrue();
    assertThat(LogPart.time(1, 2).contains(3, -1)).isFalse();
  }

  @Test
  void everyFrameIsInOneOfTwoRandomParts() {
    LogPart learnt = LogPart.random(0, 0.7);
    LogPart other = LogPart.random(0.7, 1);
    int count = 0;
    for (int i = 0; i < 10_000; i++) {
      assertThat(learnt.contains(i, 5L * i)).isNotEqualTo(other.contains(i, 5L * i));
      count += learnt.contains(i, 5L * i) ? 1 : 0;
    }
    assertThat(count).isBetween(6_800, 7_200);
    assertThat(other.complement()).isEqualTo(learnt);
    assertThat(learnt.complement()).isEqualTo(other);
  }
}
