package io.hdlgen.canids.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulFramesTest {
  private static final List<CanFrame> LOG =
      List.of(
          frame(0, 0x100, Label.BENIGN),
          frame(1_000_000, 0x7ff, Label.FUZZY),
          frame(1_100_000, 0x123, Label.BENIGN),
          frame(1_200_000, 0x100, Label.BENIGN),
          frame(1_300_000, 0x7fe, Label.FUZZY),
          frame(2_300_000, 0x124, Label.BENIGN),
          frame(2_300_001, 0x125, Label.BENIGN));

  @Test
  void theRuleFindsUnknownIdentifiersAroundTheAttack() {
    DoubtfulFrames doubtful = doubtful();
    assertThat(LOG.stream().filter(doubtful::contains).map(CanFrame::id))
        .containsExactly(0x123, 0x124);
    assertThat(doubtful.attack()).isEqualTo(Label.FUZZY);
  }

  @Test
  void theyAreUsedAsAsked() {
    assertThat(falseAlarms(LabelUse.AS_GIVEN)).containsExactly(3, 2, 5);
    assertThat(falseAlarms(LabelUse.LEFT_OUT)).containsExactly(1, 2, 3);
    assertThat(falseAlarms(LabelUse.RELABELLED)).containsExactly(1, 4, 3);
  }

  /** False alarms, windows of the attack, and benign windows, if all unknown ones are alerts. */
  private static long[] falseAlarms(LabelUse use) {
    Tally tally =
        new Tally(
            "judge",
            use,
            new Truth(doubtful(), use, 1),
            LogPart.ALL,
            true,
            2,
            label -> label.injected() ? 1 : 0,
            List.of());
    LOG.forEach(frame -> tally.add(frame, frame.id() == 0x100 ? 0 : 1, 0));
    JudgeResult result = tally.result();
    return new long[] {
      result.rates().falseAlarms(), result.attacks().get(0).rates().injected(), result.benign()
    };
  }

  private static DoubtfulFrames doubtful() {
    Iterator<CanFrame> frames = LOG.iterator();
    return DoubtfulFrames.of(() -> frames.hasNext() ? frames.next() : null);
  }

  private static CanFrame frame(long us, int id, Label label) {
    return CanFrame.of(us, id, 0, 0, label);
  }
}
