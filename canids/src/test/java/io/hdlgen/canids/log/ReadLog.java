package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A log as a whole. */
record ReadLog(List<CanFrame> frames, ReadTally tally) {
  static ReadLog read(String text, ReadMode mode) {
    return read(
        LogSource.of("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), mode);
  }

  static ReadLog read(LogSource source, ReadMode mode) {
    try (LogReader reader = LogReader.open(source, mode)) {
      List<CanFrame> frames = new ArrayList<>();
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
      return new ReadLog(frames, reader.tally());
    }
  }

  /** The times of its frames. */
  static List<Long> times(String text) {
    return read(text, ReadMode.DEFAULT.withStrict(true)).frames().stream()
        .map(CanFrame::timeUs)
        .toList();
  }
}
