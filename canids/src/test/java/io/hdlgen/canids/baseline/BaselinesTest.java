package io.hdlgen.canids.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.detect.FrameJudge;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final List<CanFrame> LEARNT =
      List.of(
          frame(0, 0x10, Label.BENIGN),
          frame(5, 0x20, Label.FUZZY),
          frame(100, 0x10, Label.BENIGN),
          frame(110, 0x30, Label.BENIGN),
          frame(200, 0x10, Label.BENIGN));

  @Test
  void theWhitelistKnowsIdentifiersThatWereNotInjected() {
    IdWhitelist whitelist = new IdWhitelist();
    LEARNT.forEach(whitelist::learn);
    assertThat(whitelist.size()).isEqualTo(2);
    CanFrame extended = new CanFrame(3, 0x10, true, false, 0, 0, Label.UNKNOWN);
    assertThat(
            verdicts(whitelist, List.of(frame(0, 0x10), frame(1, 0x20), frame(2, 0x30), extended)))
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void framesAtHalfOfTheirIntervalAreStillFine() {
    IntervalBaseline intervals = new IntervalBaseline();
    LEARNT.forEach(intervals::learn);
    assertThat(
            verdicts(
                intervals,
                List.of(
                    frame(0, 0x10),
                    frame(50, 0x10),
                    frame(99, 0x10),
                    frame(500, 0x10),
                    // Met but once, so that no interval was learnt.
                    frame(501, 0x30))))
        .containsExactly(0, 0, 1, 0, 1);
  }

  /** Logs begin at times of their own. */
  @Test
  void noIntervalLiesBetweenTwoLogs() {
    IntervalBaseline intervals = new IntervalBaseline();
    for (int log = 0; log < 3; log++) {
      intervals.begin();
      LEARNT.forEach(intervals::learn);
    }
    assertThat(verdicts(intervals, List.of(frame(0, 0x10), frame(50, 0x10), frame(99, 0x10))))
        .containsExactly(0, 0, 1);
    assertThat(verdicts(intervals, List.of(frame(0, 0x30)))).containsExactly(1);
  }

  /** Of 10 and 90 us, in turn, only the latter are learnt. */
  @Test
  void framesThatAreNotLearntFromBeginIntervals() {
    IntervalBaseline intervals = new IntervalBaseline();
    for (int i = 0; i < 10; i++) {
      intervals.learn(frame(100L * i, 0x10, Label.BENIGN));
      intervals.pass(frame(100L * i + 10, 0x10, Label.BENIGN));
    }
    assertThat(verdicts(intervals, List.of(frame(0, 0x10), frame(47, 0x10), frame(87, 0x10))))
        .containsExactly(0, 0, 1);
  }

  private static List<Integer> verdicts(FrameJudge judge, List<CanFrame> frames) {
    Iterator<CanFrame> iterator = frames.iterator();
    List<Integer> verdicts = new ArrayList<>();
    judge.judge(
        () -> iterator.hasNext() ? iterator.next() : null,
        (frame, verdict, score) -> verdicts.add(verdict));
    return verdicts;
  }

  private static CanFrame frame(long us, int id) {
    return frame(us, id, Label.UNKNOWN);
  }

  private static CanFrame frame(long us, int id, Label label) {
    return CanFrame.of(us, id, 0, 0, label);
  }
}
