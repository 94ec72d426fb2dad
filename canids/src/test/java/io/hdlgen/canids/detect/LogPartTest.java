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
  void partsThatShareFramesOverlap() {
    LogPart early = LogPart.time(0, 5);
    assertThat(early.overlaps(LogPart.ALL)).isTrue();
    assertThat(LogPart.ALL.overlaps(early)).isTrue();
    assertThat(early.overlaps(LogPart.time(4.9, 9))).isTrue();
    assertThat(early.overlaps(LogPart.time(5, 9))).isFalse();
    assertThat(LogPart.time(5, 9).overlaps(early)).isFalse();
    LogPart learnt = LogPart.random(0, 0.7);
    assertThat(learnt.overlaps(LogPart.random(0.7, 1))).isFalse();
    assertThat(learnt.overlaps(LogPart.random(0.6, 1))).isTrue();
    assertThat(learnt.overlaps(early)).isTrue();
    assertThat(early.overlaps(learnt)).isTrue();
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
