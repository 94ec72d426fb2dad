package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReaderTest {
  private static final long T = 1_478_198_376_389_427L;

  @Test
  void carHacking() {
    Log log =
        read(
            """
            1478198376.389427,0316,8,05,21,68,09,21,21,00,6f,R
            1478198376.389636,05f0,2,01,00,T
            1478198376.389864,0130,0,R\r
            """,
            ReadMode.DEFAULT.withInjected(Label.DOS));
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(T, 0x316, 8, 0x6f00_2121_0968_2105L, Label.BENIGN),
            CanFrame.of(T + 209, 0x5f0, 2, 0x0001L, Label.DOS),
            CanFrame.of(T + 437, 0x130, 0, 0, Label.BENIGN));
    assertThat(log.tally.format()).isEqualTo(LogFormat.CAR_HACKING);
    assertThat(log.tally.notes()).isEmpty();
  }

  @Test
  void survivalAnalysis() {
    Log log =
        read(
            """
            Timestamp,CAN ID,DLC,DATA [0],DATA [1],DATA [2],DATA [3],DATA [4],DATA [5],DATA [6],DATA [7],Flag
            1513920236.609210,0197,4,0A,00,FF,00,00,00,00,00,R
            1513920236.609439,00AA,8,2B,DD,2C,56,40,53,AA,00,T
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(1_513_920_236_609_210L, 0x197, 4, 0x00ff_000aL, Label.BENIGN),
            CanFrame.of(1_513_920_236_609_439L, 0xaa, 8, 0x00aa_5340_562c_dd2bL, Label.INJECTED));
    assertThat(log.tally.format()).isEqualTo(LogFormat.SURVIVAL);
  }

  @Test
  void csvWithoutLabels() {
    Log log =
        read(
            "1.5,0130,2,aa,bb\n1.6,0131,1,dd\n1.7,0131,1,dd,R\n",
            ReadMode.DEFAULT.withUnlabelled(Label.BENIGN));
    assertThat(log.frames).extracting(CanFrame::label).containsExactly(Label.BENIGN, Label.BENIGN);
    assertThat(log.tally.notes().get(0)).contains("line 3").contains("a label");
  }

  @Test
  void labelled() {
    Log log =
        read(
            """
            # hdlgen synthetic CAN traffic: generated, not recorded
            0.000100,0316,1,05,benign
            # an attack begins
            0.000200,12345678,r3,fuzzy
            0.000300,0000,2,00,01,masquerade
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(100, 0x316, 1, 5, Label.BENIGN),
            new CanFrame(200, 0x1234_5678, true, true, 3, 0, Label.FUZZY),
            CanFrame.of(300, 0, 2, 0x100, Label.MASQUERADE));
    assertThat(log.tally.format()).isEqualTo(LogFormat.LABELLED);
    assertThat(log.tally.synthetic()).isTrue();
  }

  @Test
  void normalRun() {
    Log log =
        read(
            """
            Timestamp: 1478198376.389427        ID: 0350    000    DLC: 8    05 28 84 66 6d 00 00 a2
            Timestamp:          0.690329        ID: 05e4    000    DLC: 3    00 02 00
            Timestamp:          0.690400        ID: 0153    100    DLC: 8
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(T, 0x350, 8, 0xa200_006d_6684_2805L, Label.UNKNOWN),
            CanFrame.of(690_329, 0x5e4, 3, 0x200, Label.UNKNOWN),
            new CanFrame(690_400, 0x153, false, true, 8, 0, Label.UNKNOWN));
    assertThat(log.tally.format()).isEqualTo(LogFormat.NORMAL_RUN);
    assertThat(log.tally.backwards()).isEqualTo(1);
    assertThat(log.tally.firstBackwards()).isEqualTo(2);
  }

  @Test
  void candumpLog() {
    Log log =
        read(
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
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(T, 0x44, 5, 0xba_2b6c_362aL, Label.UNKNOWN),
            new CanFrame(T + 1, 0x1234_5678, true, false, 0, 0, Label.UNKNOWN),
            new CanFrame(T + 2, 0x7ff, false, true, 0, 0, Label.UNKNOWN),
            new CanFrame(T + 3, 1, true, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(T + 4, 0x123, 8, 0x8877_6655_4433_2211L, Label.UNKNOWN));
    assertThat(log.tally.format()).isEqualTo(LogFormat.CANDUMP_LOG);
    assertThat(log.tally.notes())
        .containsExactly(
            "line 7: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "frames of other channels left out: 1",
            "error frames left out: 1");
  }

  @Test
  void theNamedChannelIsRead() {
    String text = "(1.0) can0 001#11\n(2.0) can1 002#\n(3.0) can10 003#\n(4.0) can1 004#\n";
    Log log = read(text, ReadMode.DEFAULT.withChannel("can1"));
    assertThat(log.frames).extracting(CanFrame::id).containsExactly(2, 4);
    assertThat(log.tally.otherChannels()).isEqualTo(2);
  }

  @Test
  void candumpWithoutTimes() {
    Log log =
        read(
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
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(0, 0x44, 5, 0xba_2b6c_362aL, Label.UNKNOWN),
            new CanFrame(0, 0x1234_5678, true, false, 2, 0x201, Label.UNKNOWN),
            new CanFrame(0, 0x123, false, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(0, 0x321, 1, 0xff, Label.UNKNOWN),
            CanFrame.of(0, 1, 0, 0, Label.UNKNOWN));
    assertThat(log.tally.timed()).isFalse();
    assertThat(log.tally.notes())
        .containsExactly(
            "line 6: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "error frames left out: 1",
            "the log has no times: all are 0");
  }

  @Test
  void candumpWithTimes() {
    assertThat(times(" (1478198376.389427)  vcan0  044   [1]  2A\n")).containsExactly(T);
    assertThat(times(" (000.000000)  vcan0  044   [1]  2A\n (001.5)  vcan0  044   [1]  2A\n"))
        .containsExactly(0L, 1_500_000L);
    assertThat(times(" (2016-11-03 18:39:36.389427)  vcan0  044   [1]  2A\n")).containsExactly(T);
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
    assertThat(times(text.toString())).isEqualTo(expected);
  }

  @Test
  void asc() {
    Log log =
        read(
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
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(15_991, 0x64, 8, 0x0706_0504_0302_0100L, Label.UNKNOWN),
            new CanFrame(15_992, 0x18eb_ff00, true, false, 2, 0xa001, Label.UNKNOWN),
            new CanFrame(15_993, 0x100, false, true, 0, 0, Label.UNKNOWN),
            new CanFrame(15_994, 0x100, false, true, 4, 0, Label.UNKNOWN),
            CanFrame.of(19_000, 0x65, 0, 0, Label.UNKNOWN));
    assertThat(log.tally.format()).isEqualTo(LogFormat.ASC);
    assertThat(log.tally.notes())
        .containsExactly(
            "line 15: found a CAN FD frame; expected classical CAN",
            "malformed lines skipped: 1",
            "frames of other channels left out: 1",
            "error frames left out: 1");
  }

  /** Sums of times stay where a single time may lie. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "candump-delta | (600000000000.0) can0 001 [0]",
        "asc           | 600000000000.0 1 001 Rx d 0"
      })
  void timesDoNotOverflow(String format, String line) {
    String begin = format.equals("asc") ? "base hex timestamps relative\n" : "";
    Log log =
        read(
            begin + (line + "\n").repeat(40),
            ReadMode.DEFAULT.withFormat(LogFormat.of("format", format)));
    assertThat(log.frames).extracting(CanFrame::timeUs).containsExactly(600_000_000_000_000_000L);
    assertThat(log.tally.malformed()).isEqualTo(39);
  }

  @Test
  void ascWithDecimalNumbersAndRelativeTimes() {
    Log log =
        read(
            """
            base dec  timestamps relative
               0.5 1  100             Rx   d 2 255 16
               0.25 1 Statistic: D 0
               0.25 1  419360256x     Rx   d 1 7
            """,
            ReadMode.DEFAULT);
    assertThat(log.frames)
        .containsExactly(
            CanFrame.of(500_000, 100, 2, 0x10ff, Label.UNKNOWN),
            new CanFrame(1_000_000, 419_360_256, true, false, 1, 7, Label.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0,0316,9,00,00,00,00,00,00,00,00,00,R  | the data length 9",
        "1.0,0316,-1,R                            | no data length",
        "1.0,0316,2,00,R                          | a data byte",
        "1.0,0316,1,0g,R                          | a data byte",
        "1.0,0316,1,00,01,R                       | 2 data columns",
        "1.0,0800,1,00,R                          | the identifier 800",
        "1.0,20000000,1,00,R                      | the identifier 20000000",
        "1.0,123456789,1,00,R                     | an identifier",
        "1.0,,1,00,R                              | an identifier",
        "1.0,0316,1,00,X                          | R, T or a word",
        "1.0,0316,1,00,RT                         | R, T or a word",
        "1.0,0316,1,00,R,                         | R, T or a word",
        "1.0,0316,1,00,                           | R, T or a word",
        "1.0,0316,1,00                            | no label",
        "1.0,0316                                 | the end of the line",
        "1.,0316,1,00,R                           | digits behind the point",
        "-1.0,0316,1,00,R                         | a time in seconds",
        "99999999999999.0,0316,1,00,R             | a time in seconds",
        "nan,0316,1,00,R                          | a time in seconds",
        "\u0000\u00ff                             | a time in seconds",
      })
  void malformedRowsAreToldAndSkipped(String row, String reason) {
    String right = "1.0,0001,0,R\n";
    Log log = read(right + row + "\n" + right, ReadMode.DEFAULT);
    assertThat(log.frames).hasSize(2);
    assertThat(log.tally.malformed()).isEqualTo(1);
    assertThat(log.tally.firstMalformed()).singleElement().extracting("number").isEqualTo(2L);
    assertThat(log.tally.firstMalformed().get(0).reason()).contains(reason);
    assertThatThrownBy(() -> read(right + row + "\n", ReadMode.DEFAULT.withStrict(true)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("log: line 2: found ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "candump-log | (1.0) can0 1234#00          | an identifier",
        "candump-log | (1.0) can0 800#00           | the identifier 800",
        "candump-log | (1.0) can0 F2345678#00      | the identifier f2345678",
        "candump-log | (1.0) can0 123#001122334455667788 | the data length 9",
        "candump-log | (1.0) can0 123#0            | a data byte",
        "candump-log | (1.0) can0 123#R9           | the data length 9",
        "candump-log | (1.0) can0 123#00 x         | the end of the line",
        "candump-log | (1.0 can0 123#00            | ')'",
        "candump-log | (1.0) can0                  | an identifier",
        "candump     | can0  123  [9]  00          | the data length 9",
        "candump     | can0  123  [2]  00          | a data byte",
        "candump     | can0  123  [1]  00 11       | the end of the line",
        "candump     | (2016-13-03 18:39:36.3) can0  123  [0] | a date",
        "candump     | can0                        | an identifier",
        "asc         | 1.0 1  64  Rx  d 3 00 01    | a data byte",
        "asc         | 1.0 1  64  Ry  d 0          | Rx or Tx",
        "asc         | 1.0 1  Engine  Rx  d 0      | ",
        "asc         | 1.0 1  800  Rx  d 0         | the identifier 800",
        "candump     | (1969-12-31 23:59:59.0) can0 001 [0]      | the year 1969",
        "candump     | (999999999-12-31 23:59:59.0) can0 001 [0] | the year 999999999",
        "candump     | (2015-07-10 24:00:00.0) can0 001 [0]      | no time of day",
        "candump     | (2015-07-10 08:00:61.0) can0 001 [0]      | no time of day",
        "asc         | hello                       | a time",
        "normal-run  | Timestamp: 1.0 ID: 0316 000 DLC: 1 | a data byte",
        "normal-run  | Timestamp: 1.0 ID: 0316 010 DLC: 1 00 | 000",
        "normal-run  | Timestamp: 1.0 0316 000 DLC: 1 00 | ID:",
      })
  void malformedLinesOfOtherFormats(String format, String text, String reason) {
    Log log = read(text + "\n", ReadMode.DEFAULT.withFormat(LogFormat.of("format", format)));
    assertThat(log.frames).isEmpty();
    assertThat(log.tally.malformed()).isEqualTo(1);
    assertThat(log.tally.firstMalformed().get(0).reason()).contains(reason == null ? "" : reason);
  }

  @Test
  void aStepBackIsFatalWhenStrict() {
    String text = "(2.0) can0 123#\n(1.999999) can0 123#\n";
    assertThat(read(text, ReadMode.DEFAULT).tally.notes())
        .containsExactly("times that go backwards: 1, the first in line 2");
    assertThatThrownBy(() -> read(text, ReadMode.DEFAULT.withStrict(true)))
        .hasMessageContaining("log: line 2: found a time 1 us before");
  }

  @Test
  void whatIsNoLogIsRefused() {
    assertThatThrownBy(() -> read("", ReadMode.DEFAULT)).hasMessageContaining("nothing in it");
    assertThatThrownBy(() -> read("a,b\n1,2\n", ReadMode.DEFAULT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no CAN frame in its first lines");
    assertThatThrownBy(() -> read("x".repeat(300_000), ReadMode.DEFAULT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a line of more than 262144 bytes");
    assertThatThrownBy(() -> LogReader.open(LogSource.of(Path.of("no/such")), ReadMode.DEFAULT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void linesAreWholeAcrossBlocks() {
    StringBuilder text = new StringBuilder("\ufeff");
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      text.append("%d.5,%04x,%d%s,R\n".formatted(i, i % 2048, i % 9, ",7f".repeat(i % 9)));
    }
    Log log = read(text.substring(0, text.length() - 1), ReadMode.DEFAULT.withStrict(true));
    assertThat(log.frames).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(log.frames.get(i).id()).isEqualTo(i % 2048);
      assertThat(log.frames.get(i).length()).isEqualTo(i % 9);
    }
    assertThat(log.tally.lines()).isEqualTo(count);
  }

  @Test
  @Timeout(20)
  void aLiveSourceIsFollowedAtOnce() throws IOException {
    PipedOutputStream pipe = new PipedOutputStream();
    try (InputStream in = new PipedInputStream(pipe)) {
      pipe.write("(1.0) can0 001#\n(2.0) ".getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
      ReadMode mode = ReadMode.DEFAULT.withFormat(LogFormat.CANDUMP_LOG);
      try (LogReader reader = LogReader.open(LogSource.of("live", in), mode)) {
        assertThat(reader.next().id()).isEqualTo(1);
        pipe.write("can0 002#\n".getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
        assertThat(reader.next().id()).isEqualTo(2);
        pipe.close();
        assertThat(reader.next()).isNull();
        assertThat(reader.next()).isNull();
      }
    }
  }

  /** Also while lines before are not taken yet. */
  @Test
  @Timeout(10)
  void aLineOfALiveSourceDoesNotWaitForTheNext() throws IOException, InterruptedException {
    PipedOutputStream pipe = new PipedOutputStream();
    try (InputStream in = new PipedInputStream(pipe)) {
      pipe.write("(1.0) can0 001#\n".getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
      ReadMode mode = ReadMode.DEFAULT.withFormat(LogFormat.CANDUMP_LOG);
      try (LogReader reader = LogReader.open(LogSource.of("live", in), mode)) {
        for (int i = 2; i < 4; i++) {
          pipe.write("(%d.0) can0 00%d#\n".formatted(i, i).getBytes(StandardCharsets.US_ASCII));
          pipe.flush();
          Thread.sleep(200);
        }
        for (int i = 1; i < 4; i++) {
          assertThat(reader.next().id()).isEqualTo(i);
        }
      }
    }
  }

  @Test
  @Timeout(10)
  void errorsEndTheSource() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new StackOverflowError("too deep");
          }
        };
    assertThatThrownBy(() -> LogReader.open(LogSource.of("log", broken), ReadMode.DEFAULT))
        .hasMessage("reading log")
        .hasRootCauseMessage("too deep");
  }

  private static List<Long> times(String text) {
    return read(text, ReadMode.DEFAULT.withStrict(true)).frames.stream()
        .map(CanFrame::timeUs)
        .toList();
  }

  private static Log read(String text, ReadMode mode) {
    return Log.read(
        LogSource.of("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), mode);
  }

  /** A log as a whole. */
  private record Log(List<CanFrame> frames, ReadTally tally) {
    static Log read(LogSource source, ReadMode mode) {
      try (LogReader reader = LogReader.open(source, mode)) {
        List<CanFrame> frames = new ArrayList<>();
        for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
          frames.add(frame);
        }
        return new Log(frames, reader.tally());
      }
    }
  }
}
