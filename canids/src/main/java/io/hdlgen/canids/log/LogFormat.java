package io.hdlgen.canids.log;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The formats of logs; {@code docs/can.md} describes each. */
public enum LogFormat {
  /** As {@link #CAR_HACKING}, but with a word for what the frame is: keeps all of a frame. */
  LABELLED("labelled", true, true),
  /** CSV without header and of variable width: the attacks of HCRL's Car-Hacking data. */
  CAR_HACKING("car-hacking", false, true),
  /** CSV with a header and always eight data columns: HCRL's survival analysis data. */
  SURVIVAL("survival", false, true),
  /** {@code Timestamp: ... ID: ... DLC: ...}: HCRL's attack-free data. */
  NORMAL_RUN("normal-run", true, false),
  /** {@code candump -L}. */
  CANDUMP_LOG("candump-log", true, false),
  /** What {@code candump} prints, without times or with {@code -t a} or {@code -t z}. */
  CANDUMP("candump", true, false),
  /** What {@code candump -t d} prints: times since the frame before. */
  CANDUMP_DELTA("candump-delta", true, false),
  /** Vector ASC. */
  ASC("asc", true, false);

  private final String word;
  private final boolean hasRemoteFrames;
  private final boolean hasLabels;

  LogFormat(String word, boolean hasRemoteFrames, boolean hasLabels) {
    this.word = word;
    this.hasRemoteFrames = hasRemoteFrames;
    this.hasLabels = hasLabels;
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** Whether it can say that a frame is a remote frame. */
  public boolean hasRemoteFrames() {
    return hasRemoteFrames;
  }

  /** Whether it tells injected frames from others. */
  public boolean hasLabels() {
    return hasLabels;
  }

  /** Whether its lines say of which of several buses a frame is. */
  public boolean hasChannels() {
    return switch (this) {
      case LABELLED, CAR_HACKING, SURVIVAL, NORMAL_RUN -> false;
      case CANDUMP_LOG, CANDUMP, CANDUMP_DELTA, ASC -> true;
    };
  }

  /**
   * The format of that name.
   *
   * @throws InvalidInputException if there is none; {@code where} is the option
   */
  public static LogFormat of(String where, String word) {
    return Arrays.stream(values())
        .filter(format -> format.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(where, '"' + word + '"', words()));
  }

  /** All names, with commas between them. */
  static String words() {
    return "one of "
        + Arrays.stream(values()).map(LogFormat::word).collect(Collectors.joining(", "));
  }
}
