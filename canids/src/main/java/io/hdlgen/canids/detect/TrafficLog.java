package io.hdlgen.canids.detect;

import io.hdlgen.canids.log.LogReader;
import io.hdlgen.canids.log.LogSource;
import io.hdlgen.canids.log.ReadMode;
import java.nio.file.Path;

/** A log that can be read again and again. */
public record TrafficLog(Path file, ReadMode mode) {
  /** Reads it from its beginning. */
  public LogReader open() {
    return LogReader.open(LogSource.of(file), mode);
  }

  /** Its name, without folders. */
  public String name() {
    return file.getFileName().toString();
  }
}
