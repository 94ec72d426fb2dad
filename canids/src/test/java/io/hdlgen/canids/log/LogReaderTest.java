package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same whatever the format. */
class LogReaderTest {
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
    ReadLog log = ReadLog.read(right + row + "\n" + right, ReadMode.DEFAULT);
    assertThat(log.frames()).hasSize(2);
    assertThat(log.tally().malformed()).isEqualTo(1);
    assertThat(log.tally().firstMalformed()).singleElement().extracting("number").isEqualTo(2L);
    assertThat(log.tally().firstMalformed().get(0).reason()).contains(reason);
    assertThatThrownBy(() -> ReadLog.read(right + row + "\n", ReadMode.DEFAULT.withStrict(true)))
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
    ReadLog log =
        ReadLog.read(text + "\n", ReadMode.DEFAULT.withFormat(LogFormat.of("format", format)));
    assertThat(log.frames()).isEmpty();
    assertThat(log.tally().malformed()).isEqualTo(1);
    assertThat(log.tally().firstMalformed().get(0).reason()).contains(reason == null ? "" : reason);
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
    ReadLog log =
        ReadLog.read(
            begin + (line + "\n").repeat(40),
            ReadMode.DEFAULT.withFormat(LogFormat.of("format", format)));
    assertThat(log.frames()).extracting(CanFrame::timeUs).containsExactly(600_000_000_000_000_000L);
    assertThat(log.tally().malformed()).isEqualTo(39);
  }

  @Test
  void aStepBackIsFatalWhenStrict() {
    String text = "(2.0) can0 123#\n(1.999999) can0 123#\n";
    assertThat(ReadLog.read(text, ReadMode.DEFAULT).tally().notes())
        .containsExactly("times that go backwards: 1, the first in line 2");
    assertThatThrownBy(() -> ReadLog.read(text, ReadMode.DEFAULT.withStrict(true)))
        .hasMessageContaining("log: line 2: found a time 1 us before");
  }

  @Test
  void whatIsNoLogIsRefused() {
    assertThatThrownBy(() -> ReadLog.read("", ReadMode.DEFAULT))
        .hasMessageContaining("nothing in it");
    assertThatThrownBy(() -> ReadLog.read("a,b\n1,2\n", ReadMode.DEFAULT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no CAN frame in its first lines");
    assertThatThrownBy(() -> ReadLog.read("x".repeat(300_000), ReadMode.DEFAULT))
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
    ReadLog log =
        ReadLog.read(text.substring(0, text.length() - 1), ReadMode.DEFAULT.withStrict(true));
    assertThat(log.frames()).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(log.frames().get(i).id()).isEqualTo(i % 2048);
      assertThat(log.frames().get(i).length()).isEqualTo(i % 9);
    }
    assertThat(log.tally().lines()).isEqualTo(count);
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
}
