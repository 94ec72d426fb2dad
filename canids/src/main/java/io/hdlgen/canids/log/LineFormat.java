package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import java.util.List;

/** How a frame is written as a line. One object for one log. */
interface LineFormat {
  /** The lines before all frames. */
  default List<String> header() {
    return List.of();
  }

  /** The lines behind all frames. */
  default List<String> footer() {
    return List.of();
  }

  /** What comments begin with. */
  default String comment() {
    return "# ";
  }

  /** Whether hexadecimal digits are A to F. */
  default boolean isUpperCase() {
    return true;
  }

  /**
   * Writes the line, without its end.
   *
   * @throws UnwritableFrameException if the format has no way to say it
   */
  void write(CanFrame frame, LineBuffer line) throws UnwritableFrameException;

  /** The way to write this format. */
  static LineFormat of(LogFormat format) {
    return switch (format) {
      case LABELLED, CAR_HACKING, SURVIVAL -> new CsvLines(format);
      case NORMAL_RUN -> new NormalRunLines();
      case CANDUMP_LOG -> new CandumpLogLines();
      case CANDUMP -> new CandumpLines(false);
      case CANDUMP_DELTA -> new CandumpLines(true);
      case ASC -> new AscLines();
    };
  }
}
