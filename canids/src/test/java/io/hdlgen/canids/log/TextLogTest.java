package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import org.junit.jupiter.api.Test;

/** Logs of Vector's ASC, and HCRL's text of attack-free traffic. */
class TextLogTest {
  private static final long T = 1_478_198_376_389_427L;

  @Test
  void normalRun() {
    ReadLog log =
        ReadLog.read(
            """
            Timestamp: 1478198376.389427        ID: 0350    000    DLC: 8    05 28 84 66 6d 00 00 a2
            Timestamp:          0.690329        ID: 05e4    000    DLC: 3    00 02 00
            Timestamp:          0.690400        ID: 0153    100    DLC: 8
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(T, 0x350, 8, 0xa200_006d_6684_2805L, Label.UNKNOWN),
            CanFrame.of(690_329, 0x5e4, 3, 0x200, Label.UNKNOWN),
            new CanFrame(690_400, 0x153, false, true, 8, 0, Label.UNKNOWN));
    assertThat(log.tally().format()).isEqualTo(LogFormat.NORMAL_RUN);
    assertThat(log.tally().backwards()).isEqualTo(1);
    assertThat(log.tally().firstBackwards()).isEqualTo(2);
  }

  @Test
  void asc() {
    ReadLog log =
        ReadLog.read(
            """
            date Tue May 27 04:09:35.000 pm 2014
            base hex  timestamps absolute
            internal events logged
            // version 9.0.0
            Begin Triggerblock Tue May 27 04:09:35.000 pm 2014
               0.000000 Start of measurement
               0.015991 1  64              Rx   d 8 00 01 02 03 04 05 06 07
               0.015992 1  18EBFF00x       Tx   d 2 01 A0  Length = 273910 BitCount = 141 ID = 418119424x
               0.015993 1  100             Rx   r
               0.015994 1  100             Rx   r 4
               0.015995 2  7               Rx   d 1 FF
               0.015996 1  ErrorFrame
               0.016000 1  Statistic: D 0 R 0 XD 0 XR 0 E 0 O 0 B 0.00%
               0.017000 CAN 1 Status:chip status error passive - TxErr: 132 RxErr: 0
               0.018000 CANFD   1 Rx        11    1 0 a 16
               0.019000 1  65              Rx   d 0
            End TriggerBlock
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(15_991, 0x64, 8, 0x0706_0504_0302_0100L, Label.UNKNOWN),
            new CanFrame(15_992, 0x18eb_ff00, true, false, 2, 0xa001, Label.UNKNOWN),
            new CanFrame(15_993, 0x100, false, true, 0, 0, Label.UNKNOWN),
            new CanFrame(15_994, 0x100, false, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(19_000, 0x65, 0, 0, Label.UNKNOWN));
    assertThat(log.tally().format()).isEqualTo(LogFormat.ASC);
    assertThat(log.tally().notes())
        .containsExactly(
            "line 15: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "frames of other channels left out: 1",
            "error frames left out: 1");
  }

  @Test
  void ascWithDecimalNumbersAndRelativeTimes() {
    ReadLog log =
        ReadLog.read(
            """
            base dec  timestamps relative
               0.5 1  100             Rx   d 2 255 16
               0.25 1 Statistic: D 0
               0.25 1  419360256x     Rx   d 1 7
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(500_000, 100, 2, 0x10ff, Label.UNKNOWN),
            new CanFrame(1_000_000, 419_360_256, true, false, 1, 7, Label.UNKNOWN));
  }
}
