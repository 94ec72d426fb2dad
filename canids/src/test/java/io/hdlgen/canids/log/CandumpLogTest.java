package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What candump prints and writes. */
class CandumpLogTest {
  private static final long T = 1_478_198_376_389_427L;

  @Test
  void candumpLog() {
    ReadLog log =
        ReadLog.read(
            """
            (1478198376.389427) vcan0 044#2A366C2BBA
            (1478198376.389428) vcan0 12345678#
            (1478198376.389429) vcan0 7FF#R
            (1478198376.389430) vcan0 00000001#R4
            (1478198376.389431) vcan0 123#1122334455667788_C T
            (1478198376.389432) vcan0 20000080#0000000000000000
            (1478198376.389433) vcan0 213##311223344
            (1478198376.389434) can1 001#11
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(T, 0x44, 5, 0xba_2b6c_362aL, Label.UNKNOWN),
            new CanFrame(T + 1, 0x1234_5678, true, false, 0, 0, Label.UNKNOWN),
            new CanFrame(T + 2, 0x7ff, false, true, 0, 0, Label.UNKNOWN),
            new CanFrame(T + 3, 1, true, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(T + 4, 0x123, 8, 0x8877_6655_4433_2211L, Label.UNKNOWN));
    assertThat(log.tally().format()).isEqualTo(LogFormat.CANDUMP_LOG);
    assertThat(log.tally().notes())
        .containsExactly(
            "line 7: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "frames of other channels left out: 1",
            "error frames left out: 1");
  }

  @Test
  void theNamedChannelIsRead() {
    String text = "(1.0) can0 001#11\n(2.0) can1 002#\n(3.0) can10 003#\n(4.0) can1 004#\n";
    ReadLog log = ReadLog.read(text, ReadMode.DEFAULT.withChannel("can1"));
    assertThat(log.frames()).extracting(CanFrame::id).containsExactly(2, 4);
    assertThat(log.tally().otherChannels()).isEqualTo(2);
  }

  @Test
  void candumpWithoutTimes() {
    ReadLog log =
        ReadLog.read(
            """
              vcan0  044   [5]  2A 36 6C 2B BA
              vcan0  12345678   [2]  01 02   '..'
              vcan0  123   [4]  remote request
              vcan0  RX - -  321   [1]  FF
              vcan0  20000004   [8]  00 04 00 00 00 00 00 00   ERRORFRAME
              vcan0  123  [08]  11 22 33 44 55 66 77 88
              vcan0  001   [0]
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames())
        .containsExactly(
            CanFrame.of(0, 0x44, 5, 0xba_2b6c_362aL, Label.UNKNOWN),
            new CanFrame(0, 0x1234_5678, true, false, 2, 0x201, Label.UNKNOWN),
            new CanFrame(0, 0x123, false, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(0, 0x321, 1, 0xff, Label.UNKNOWN),
            CanFrame.of(0, 1, 0, 0, Label.UNKNOWN));
    assertThat(log.tally().timed()).isFalse();
    assertThat(log.tally().notes())
        .containsExactly(
            "line 6: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "error frames left out: 1",
            "the log has no times: all are 0");
  }

  @Test
  void candumpWithTimes() {
    assertThat(ReadLog.times(" (1478198376.389427)  vcan0  044   [1]  2A\n")).containsExactly(T);
    assertThat(
            ReadLog.times(" (000.000000)  vcan0  044   [1]  2A\n (001.5)  vcan0  044   [1]  2A\n"))
        .containsExactly(0L, 1_500_000L);
    assertThat(ReadLog.times(" (2016-11-03 18:39:36.389427)  vcan0  044   [1]  2A\n"))
        .containsExactly(T);
  }

  @Test
  void candumpWithDifferencesOfTime() {
    StringBuilder text = new StringBuilder();
    List<Long> expected = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20; i++) {
      int step = i == 0 ? 0 : 100 + 37 * i % 50;
      now += step;
      text.append(" (000.%06d)  can0  123   [1]  00\n".formatted(step));
      expected.add(now);
    }
    assertThat(ReadLog.times(text.toString())).isEqualTo(expected);
  }
}
