package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.Label;
import java.util.Optional;

/**
 * How a log is read.
 *
 * @param format its format; found by looking at the first lines where it is empty
 * @param injected what frames are that the log calls injected without saying how
 * @param unlabelled what frames are that the log says nothing of
 * @param channel the bus to read, where the log has several: the interface of candump, the channel
 *     of ASC; that of the first frame where it is empty
 * @param strict whether the first malformed line and the first step back in time are fatal
 */
public record ReadMode(
    Optional<LogFormat> format,
    Label injected,
    Label unlabelled,
    Optional<String> channel,
    boolean strict) {
  /** Finds the format, knows nothing of labels, skips what is malformed. */
  public static final ReadMode DEFAULT =
      new ReadMode(Optional.empty(), Label.INJECTED, Label.UNKNOWN, Optional.empty(), false);

  /** The same, but the log has this format. */
  public ReadMode withFormat(LogFormat other) {
    return new ReadMode(Optional.of(other), injected, unlabelled, channel, strict);
  }

  /** The same, but injected frames are of this attack. */
  public ReadMode withInjected(Label other) {
    return new ReadMode(format, other, unlabelled, channel, strict);
  }

  /** The same, but frames without a label are this. */
  public ReadMode withUnlabelled(Label other) {
    return new ReadMode(format, injected, other, channel, strict);
  }

  /** The same, but of this bus. */
  public ReadMode withChannel(String other) {
    return new ReadMode(format, injected, unlabelled, Optional.of(other), strict);
  }

  /** The same, but what is malformed is fatal. */
  public ReadMode withStrict(boolean other) {
    return new ReadMode(format, injected, unlabelled, channel, other);
  }
}
