package io.hdlgen.cli;

import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.canids.log.LogSource;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a log of CAN frames is read. */
final class CanLogOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "Format of the log: labelled, car-hacking, survival, normal-run, candump-log, candump,"
            + " candump-delta, asc (default: found in its first lines)."
      })
  private String format;

  @Option(
      names = "--injected",
      paramLabel = "LABEL",
      description = {
        "What frames are that the log marks as injected (T): dos, fuzzy, gear, rpm, replay,"
            + " masquerade (default: injected)."
      })
  private String injected;

  @Option(
      names = "--unlabelled",
      paramLabel = "LABEL",
      description = "What frames are that the log says nothing of: benign (default: unknown).")
  private String unlabelled;

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "Which bus, if the log has several (default: that of its first frame).")
  private String channel;

  @Option(
      names = "--strict",
      description = "Stop at the first malformed line or step back in time.")
  private boolean strict;

  /** The log of that name. */
  LogSource source(String name) {
    return LogSource.named(name);
  }

  ReadMode mode() {
    ReadMode mode = ReadMode.DEFAULT.withStrict(strict);
    if (format != null) {
      mode = mode.withFormat(LogFormat.of("--format", format));
    }
    if (channel != null) {
      mode = mode.withChannel(channel);
    }
    if (unlabelled != null) {
      mode = mode.withUnlabelled(label("--unlabelled", unlabelled));
    }
    if (injected == null) {
      return mode;
    }
    Label label = label("--injected", injected);
    if (!label.injected()) {
      throw new InvalidInputException("--injected", label.word(), "an attack, such as dos");
    }
    return mode.withInjected(label);
  }

  private static Label label(String option, String word) {
    return Arrays.stream(Label.values())
        .filter(label -> label.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    option,
                    '"' + word + '"',
                    "one of "
                        + Arrays.stream(Label.values())
                            .map(Label::word)
                            .collect(Collectors.joining(", "))));
  }
}
