package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import org.junit.jupiter.api.Test;

/** Logs of comma-separated values. */
class CsvLogTest {
  private static final long T = 1_478_198_376_389_427L;

  @Test
  void carHacking() {
    ReadLog log =
        ReadLog.read(
            """
            1478198376.389427,0316,8,05,21,68,09,21,21,00,6f,R
            1478198376.389636,05f0,2,01,00,T
            1478198376.389864,0130,0,R\r
            """,
            ReadMode.DEFAULT.withInjected(Label.DOS));
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(T, 0x316, 8, 0x6f00_2121_0968_2105L, Label.BENIGN),
            CanFrame.of(T + 209, 0x5f0, 2, 0x0001L, Label.DOS),
            CanFrame.of(T + 437, 0x130, 0, 0, Label.BENIGN));
    assertThat(log.tally().format()).isEqualTo(LogFormat.CAR_HACKING);
    assertThat(log.tally().notes()).isEmpty();
  }

  @Test
  void survivalAnalysis() {
    ReadLog log =
        ReadLog.read(
            """
            Timestamp,CAN ID,DLC,DATA [0],DATA [1],DATA [2],DATA [3],DATA [4],DATA [5],DATA [6],DATA [7],Flag
            1513920236.609210,0197,4,0A,00,FF,00,00,00,00,00,R
            1513920236.609439,00AA,8,2B,DD,2C,56,40,53,AA,00,T
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(1_513_920_236_609_210L, 0x197, 4, 0x00ff_000aL, Label.BENIGN),
            CanFrame.of(1_513_920_236_609_439L, 0xaa, 8, 0x00aa_5340_562c_dd2bL, Label.INJECTED));
    assertThat(log.tally().format()).isEqualTo(LogFormat.SURVIVAL);
  }

  @Test
  void csvWithoutLabels() {
    ReadLog log =
        ReadLog.read(
            "1.5,0130,2,aa,bb\n1.6,0131,1,dd\n1.7,0131,1,dd,R\n",
            ReadMode.DEFAULT.withUnlabelled(Label.BENIGN));
    assertThat(log.frames())
        .extracting(CanFrame::label)
        .containsExactly(Label.BENIGN, Label.BENIGN);
    assertThat(log.tally().notes().get(0)).contains("line 3").contains("a label");
  }

  @Test
  void labelled() {
    ReadLog log =
        ReadLog.read(
            """
            # hdlgen synthetic CAN traffic: generated, not recorded
            0.000100,0316,1,05,benign
            # an attack begins
            0.000200,12345678,r3,fuzzy
            0.000300,0000,2,00,01,masquerade
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(100, 0x316, 1, 5, Label.BENIGN),
            new CanFrame(200, 0x1234_5678, true, true, 3, 0, Label.FUZZY),
            CanFrame.of(300, 0, 2, 0x100, Label.MASQUERADE));
    assertThat(log.tally().format()).isEqualTo(LogFormat.LABELLED);
    assertThat(log.tally().synthetic()).isTrue();
  }
}
