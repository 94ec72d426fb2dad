package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogWriterTest {
  /** More than one block of any format. */
  private static final int FRAMES = 12_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void whatIsWrittenIsReadAgain(LogFormat format) {
    for (int seed = 0; seed < 2; seed++) {
      List<CanFrame> frames = frames(seed, format);
      for (String name : List.of("log", "log.gz")) {
        Path file = folder.resolve(seed + name);
        write(file, format, frames);
        for (ReadMode mode : List.of(ReadMode.DEFAULT, ReadMode.DEFAULT.withFormat(format))) {
          try (LogReader reader = LogReader.open(LogSource.of(file), mode.withStrict(true))) {
            assertThat(reader.format()).as("seed %d", seed).isEqualTo(format);
            assertThat(rest(reader)).as("seed %d", seed).isEqualTo(frames);
            assertThat(reader.tally().malformed()).isZero();
            assertThat(reader.bytesRead()).isEqualTo(LogSource.of(file).size());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LABELLED | 1478198376.389427,0316,2,05,ef,dos",
        "CAR_HACKING | 1478198376.389427,0316,2,05,ef,T",
        "SURVIVAL | 1478198376.389427,0316,2,05,EF,00,00,00,00,00,00,T",
        "NORMAL_RUN | Timestamp: 1478198376.389427        ID: 0316    000    DLC: 2    05 ef",
        "CANDUMP_LOG | (1478198376.389427) can0 316#05EF",
        "CANDUMP | ' (1478198376.389427)  can0  316   [2]  05 EF'",
        "CANDUMP_DELTA | ' (1478198376.389427)  can0  316   [2]  05 EF'",
        "ASC | '   1478198376.389427 1  316             Rx   d 2 05 EF'",
      })
  void linesLookAsTheirToolsWriteThem(LogFormat format, String line) throws IOException {
    Path file = folder.resolve("log");
    write(file, format, List.of(CanFrame.of(1_478_198_376_389_427L, 0x316, 2, 0xef05, Label.DOS)));
    assertThat(Files.readAllLines(file)).contains(line);
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void commentsAreTakenForComments(LogFormat format) {
    Path file = folder.resolve("log");
    CanFrame frame = CanFrame.of(1, 2, 1, 3, Label.UNKNOWN);
    try (LogWriter log = LogWriter.create(file, format)) {
      log.comment("hdlgen synthetic " + "x".repeat(10_000));
      log.write(frame);
      log.comment("in between");
      log.write(frame);
      log.commit();
    }
    ReadMode mode = ReadMode.DEFAULT.withFormat(format).withStrict(true);
    try (LogReader reader = LogReader.open(LogSource.of(file), mode)) {
      assertThat(rest(reader)).containsExactly(frame, frame);
      assertThat(reader.tally().synthetic()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CAR_HACKING", "SURVIVAL"})
  void whatAFormatCannotSayIsRefused(LogFormat format) {
    CanFrame remote = new CanFrame(0, 1, false, true, 2, 0, Label.BENIGN);
    assertThatThrownBy(() -> write(folder.resolve("log"), format, List.of(remote)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("frame 1: found a remote frame");
    CanFrame data = CanFrame.of(0, 1, 0, 0, Label.BENIGN);
    List<CanFrame> mixed = List.of(data, data.labelled(Label.UNKNOWN));
    assertThatThrownBy(() -> write(folder.resolve("log"), format, mixed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("frame 2: found a frame without a label");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftOfAnAbandonedLog() {
    Path file = folder.resolve("log.gz");
    try (LogWriter log = LogWriter.create(file, LogFormat.LABELLED)) {
      frames(1, LogFormat.LABELLED).forEach(log::write);
      assertThat(folder).isNotEmptyDirectory();
      assertThat(file).doesNotExist();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void onlySyntheticLogsAreReplaced() throws IOException {
    Path recorded = folder.resolve("recorded");
    write(recorded, LogFormat.CAR_HACKING, frames(1, LogFormat.CAR_HACKING));
    assertThatThrownBy(() -> LogWriter.check(recorded))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a file that hdlgen has not generated");
    Path synthetic = folder.resolve("synthetic.gz");
    try (LogWriter log = LogWriter.create(synthetic, LogFormat.ASC)) {
      log.comment(LogReader.SYNTHETIC);
      log.write(CanFrame.of(0, 1, 0, 0, Label.BENIGN));
      log.commit();
    }
    LogWriter.check(synthetic);
    LogWriter.check(folder.resolve("new/one"));
    assertThatThrownBy(() -> LogWriter.check(folder)).hasMessageContaining("a folder");
    assertThatThrownBy(() -> LogWriter.check(recorded.resolve("below")))
        .isInstanceOf(OutputException.class);
  }

  @Test
  void aTornArchiveIsTold() throws IOException {
    Path file = folder.resolve("log.gz");
    write(file, LogFormat.CANDUMP_LOG, frames(1, LogFormat.CANDUMP_LOG));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    ReadMode mode = ReadMode.DEFAULT.withFormat(LogFormat.CANDUMP_LOG);
    try (LogReader reader = LogReader.open(LogSource.of(file), mode)) {
      assertThatThrownBy(() -> rest(reader))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("what cannot be read on: Unexpected end of ZLIB input stream");
    }
  }

  private static List<CanFrame> rest(LogReader reader) {
    List<CanFrame> frames = new ArrayList<>();
    for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
      frames.add(frame);
    }
    return frames;
  }

  private static void write(Path file, LogFormat format, List<CanFrame> frames) {
    try (LogWriter log = LogWriter.create(file, format)) {
      frames.forEach(log::write);
      log.commit();
    }
  }

  /** Frames of all kinds that the format can say. */
  private static List<CanFrame> frames(int seed, LogFormat format) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CanFrame> frames = new ArrayList<>();
    long time = random.nextBoolean() ? 0 : random.nextLong(2_000_000_000_000_000L);
    for (int i = 0; i < FRAMES; i++) {
      time += 100 + random.nextInt(1 << random.nextInt(20));
      boolean extended = random.nextInt(4) == 0;
      boolean remote = format.hasRemoteFrames() && random.nextInt(10) == 0;
      int length = random.nextInt(9);
      long mask = length == 8 ? -1 : (1L << 8 * length) - 1;
      Label label =
          switch (format) {
            case LABELLED -> Label.values()[random.nextInt(Label.values().length)];
            case CAR_HACKING, SURVIVAL -> random.nextBoolean() ? Label.INJECTED : Label.BENIGN;
            default -> Label.UNKNOWN;
          };
      int id = random.nextInt(extended ? 0x2000_0000 : 0x800);
      long data = remote ? 0 : random.nextLong() & mask;
      frames.add(new CanFrame(time, id, extended, remote, length, data, label));
    }
    return frames;
  }
}
