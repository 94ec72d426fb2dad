package io.hdlgen.canids.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.Suspension;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final int MS = 1000;
  private static final double CLOSE = 1e-9;
  private static final List<Suspension> SUSPENSIONS =
      List.of(
          new Suspension("153", 50_000_000, 60_000_000),
          new Suspension("316", 70_000_000, 80_000_000));

  private static Tally tally(int window, boolean isBinary, LogPart part) {
    return tally(window, isBinary, part, LabelUse.AS_GIVEN, DoubtfulFrames.none());
  }

  private static Tally tally(
      int window, boolean isBinary, LogPart part, LabelUse use, DoubtfulFrames doubtful) {
    return new Tally(
        "judge",
        use,
        new Truth(doubtful, use, window),
        part,
        isBinary,
        3,
        label ->
            switch (label) {
              case BENIGN -> 0;
              case DOS -> 1;
              case GEAR, RPM -> 2;
              default -> -1;
            },
        SUSPENSIONS);
  }

  private static void add(Tally tally, long ms, Label label, int verdict) {
    tally.add(CanFrame.of(ms * MS, 5, 0, 0, label), verdict, verdict);
  }

  @Test
  void suspensionsAreCountedApart() {
    Tally tally = tally(1, false, LogPart.ALL);
    add(tally, 40_000, Label.BENIGN, 1);
    add(tally, 50_000, Label.BENIGN, 0);
    add(tally, 52_000, Label.DOS, 1);
    add(tally, 53_000, Label.BENIGN, 2);
    add(tally, 60_000, Label.BENIGN, 1);
    add(tally, 65_000, Label.BENIGN, 0);
    add(tally, 75_000, Label.BENIGN, 0);
    JudgeResult result = tally.result();
    assertThat(result.rates().falseAlarms()).as("suspensions included").isEqualTo(3);
    SuspensionResult found = result.suspensions().orElseThrow();
    assertThat(found.bursts()).isEqualTo(2);
    assertThat(found.detected()).isEqualTo(1);
    assertThat(found.medianMs()).isCloseTo(3000, within(CLOSE));
    assertThat(found.alerts()).isEqualTo(2);
    // Within: the frames at 50, 52, 53, 60 and 75 s, each with the time since the one before.
    assertThat(found.perHour()).isCloseTo(2 / (30 / 3600.0), within(CLOSE));
    assertThat(found.perHourElsewhere()).isCloseTo(1 / (5 / 3600.0), within(CLOSE));
    assertThat(result.toObject()).containsKey("suspension");

    Tally none = tally(1, false, LogPart.ALL);
    add(none, 40_000, Label.BENIGN, 1);
    assertThat(none.result().suspensions()).isEmpty();
  }

  @Test
  void countsByHand() {
    Tally tally = tally(1, false, LogPart.ALL);
    add(tally, 0, Label.BENIGN, 0);
    add(tally, 1000, Label.BENIGN, 1);
    add(tally, 2000, Label.DOS, 0);
    add(tally, 2001, Label.BENIGN, 0);
    add(tally, 2003, Label.DOS, 2);
    add(tally, 2004, Label.DOS, 1);
    add(tally, 9000, Label.DOS, 0);
    add(tally, 36_000, Label.FUZZY, 1);
    JudgeResult result = tally.result();
    assertThat(result.windows()).isEqualTo(7);
    assertThat(result.benign()).isEqualTo(3);
    // Two benign ones and one of DoS; the alert of the other class is an alert all the same.
    assertThat(result.accuracy()).isCloseTo(3 / 7.0, within(CLOSE));
    assertThat(result.balancedAccuracy()).isCloseTo((2 / 3.0 + 1 / 4.0) / 2, within(CLOSE));
    assertThat(result.rates().recall()).isCloseTo(2 / 4.0, within(CLOSE));
    assertThat(result.rates().precision()).isCloseTo(2 / 3.0, within(CLOSE));
    assertThat(result.rates().falseAlarms()).isEqualTo(1);
    assertThat(result.falseAlarmsPerHour()).isCloseTo(100, within(CLOSE));
    AttackResult dos = result.attacks().get(0);
    assertThat(dos.learnt()).isTrue();
    assertThat(dos.bursts()).isEqualTo(2);
    assertThat(dos.burstsDetected()).isEqualTo(1);
    assertThat(dos.medianMs()).isCloseTo(3, within(CLOSE));
    assertThat(dos.mostFrames()).isCloseTo(3, within(CLOSE));
    AttackResult fuzzy = result.attacks().get(1);
    assertThat(fuzzy.learnt()).isFalse();
    assertThat(fuzzy.rates().detected()).isEqualTo(1);
  }

  @Test
  void whatIsNotAttackedIsNeitherFoundNorMissed() {
    Tally tally = tally(1, false, LogPart.ALL);
    add(tally, 0, Label.BENIGN, 0);
    add(tally, 1000, Label.BENIGN, 1);
    JudgeResult result = tally.result();
    assertThat(result.rates().falseAlarms()).isEqualTo(1);
    assertThat(result.rates().recall()).isNaN();
    assertThat(result.rates().precision()).isNaN();
    assertThat(result.rates().f1()).isNaN();
    assertThat(result.toObject())
        .containsEntry("f1", null)
        .containsEntry("recall", null)
        .containsEntry("falseNegativeRate", null)
        .containsEntry("accuracy", 0.5);
  }

  /** A burst of which the log steps back in time is met at once. */
  @Test
  void burstsMayStepBackInTime() {
    Tally tally = tally(1, false, LogPart.ALL);
    add(tally, 0, Label.BENIGN, 0);
    add(tally, 1000, Label.DOS, 0);
    add(tally, 999, Label.DOS, 1);
    AttackResult dos = tally.result().attacks().get(0);
    assertThat(dos.burstsDetected()).isEqualTo(1);
    assertThat(dos.mostMs()).isZero();
    assertThat(dos.mostFrames()).isCloseTo(2, within(CLOSE));
  }

  /** They are on the bus; alerts on them, and their time, do not count. */
  @Test
  void windowsThatAreLeftOutPassOnTheBus() {
    List<CanFrame> log =
        List.of(
            frame(0, 5, Label.BENIGN),
            frame(1000, 5, Label.DOS),
            frame(1900, 7, Label.BENIGN),
            frame(1950, 5, Label.BENIGN),
            frame(1990, 5, Label.DOS),
            frame(2990, 5, Label.BENIGN),
            frame(3990, 5, Label.BENIGN));
    Iterator<CanFrame> frames = log.iterator();
    DoubtfulFrames doubtful = DoubtfulFrames.of(() -> frames.hasNext() ? frames.next() : null);
    Tally tally = tally(2, false, LogPart.ALL, LabelUse.LEFT_OUT, doubtful);
    int[] verdicts = {-1, 0, 1, 1, 1, 0, 1};
    for (int i = 0; i < verdicts.length; i++) {
      tally.add(log.get(i), verdicts[i], verdicts[i]);
    }
    JudgeResult result = tally.result();
    assertThat(result.windows()).isEqualTo(4);
    AttackResult dos = result.attacks().get(0);
    assertThat(dos.bursts()).isEqualTo(1);
    assertThat(dos.mostMs()).isCloseTo(990, within(CLOSE));
    assertThat(dos.mostFrames()).isCloseTo(4, within(CLOSE));
    // Without the 900 and the 50 ms that end in the windows left out.
    assertThat(result.falseAlarmsPerHour()).isCloseTo(3600 / 3.04, within(CLOSE));
    assertThat(tally.coveredUs()).isEqualTo(3990 * MS);
  }

  private static CanFrame frame(long ms, int id, Label label) {
    return CanFrame.of(ms * MS, id, 0, 0, label);
  }

  /** Whoever knows no classes is right with any alert. */
  @Test
  void binaryJudgesAreNotAskedForClasses() {
    Tally tally = tally(1, true, LogPart.ALL);
    add(tally, 0, Label.BENIGN, 0);
    add(tally, 1, Label.GEAR, 1);
    assertThat(tally.result().accuracy()).isCloseTo(1, within(CLOSE));
  }

  @Test
  void windowsAreWhatTheirNewestInjectedFrameIs() {
    Tally tally = tally(2, false, LogPart.ALL);
    add(tally, 0, Label.BENIGN, -1);
    add(tally, 1, Label.RPM, 2);
    add(tally, 2, Label.BENIGN, 2);
    add(tally, 3, Label.BENIGN, 0);
    JudgeResult result = tally.result();
    assertThat(result.windows()).isEqualTo(3);
    assertThat(result.attacks().get(0).rates().injected()).isEqualTo(2);
    assertThat(result.accuracy()).isCloseTo(1, within(CLOSE));
  }

  @Test
  void framesBeforeThePartAreShownButNotCounted() {
    Tally tally = tally(2, false, LogPart.time(1, 2));
    add(tally, 0, Label.DOS, -1);
    add(tally, 500, Label.DOS, 1);
    add(tally, 1000, Label.BENIGN, 1);
    add(tally, 1500, Label.BENIGN, 0);
    add(tally, 2000, Label.BENIGN, 1);
    JudgeResult result = tally.result();
    assertThat(result.windows()).isEqualTo(2);
    assertThat(result.attacks().get(0).rates().injected()).isEqualTo(1);
    assertThat(result.rates().falseAlarms()).isZero();
    assertThat(tally.coveredUs()).isEqualTo(1_000 * MS);
  }
}
