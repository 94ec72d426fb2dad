package io.hdlgen.canids.log;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a log comes from: a file, standard input, or any stream; gzip or plain. */
public final class LogSource {
  /** The name of standard input. */
  public static final String STANDARD_INPUT = "-";

  private final String name;
  private final Path file;
  private final InputStream stream;

  private LogSource(String name, Path file, InputStream stream) {
    this.name = name;
    this.file = file;
    this.stream = stream;
  }

  /** A file. */
  public static LogSource of(Path file) {
    return new LogSource(file.toString(), file, null);
  }

  /** A stream, for example of a live interface; it can be read once. */
  public static LogSource of(String name, InputStream stream) {
    return new LogSource(name, null, stream);
  }

  /** A file, or standard input where the text is {@value #STANDARD_INPUT}. */
  public static LogSource named(String text) {
    return text.equals(STANDARD_INPUT) ? of("standard input", System.in) : of(Path.of(text));
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** Bytes, compressed where it is; 0 where that is not known. */
  public long size() {
    try {
      return file == null || !Files.isRegularFile(file) ? 0 : Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The bytes as they lie there.
   *
   * @throws InvalidInputException if there is no such file, or none that can be read
   */
  InputStream open() {
    if (stream != null) {
      return stream;
    }
    if (!Files.exists(file) || Files.isDirectory(file)) {
      throw new InvalidInputException(
          name, Files.exists(file) ? "a folder" : "no such file", "a log of CAN frames");
    }
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          name, "a file that cannot be read", "a readable log of CAN frames", e);
    }
  }
}
