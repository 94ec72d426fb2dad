package io.hdlgen.cli;

import io.hdlgen.flow.synth.SynthRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that run the tools of a target take. */
final class SynthOptions {
  private static final int MAX_SECONDS = 7 * 24 * 3600;

  @Parameters(index = "0", paramLabel = "DIR", description = "Design folder that emit wrote.")
  private Path design;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Target to synthesize for; hdlgen targets lists them (default: that of emit).")
  private String target;

  @Option(
      names = "--time-limit",
      paramLabel = "S",
      description = "Seconds that all tools may take together (default: 3600).")
  private Integer seconds;

  @Option(
      names = "--overwrite",
      description =
          "Replace DIR/synth/TARGET even if you added or edited files there; they are lost.")
  private boolean overwrite;

  /** What is wished; nothing of printed circuits. */
  SynthRequest request() {
    return new SynthRequest(
        design,
        Optional.ofNullable(target),
        seconds == null
            ? SynthRequest.USUAL_LIMIT
            : Duration.ofSeconds(NumberLimits.check("--time-limit", seconds, 1, MAX_SECONDS)),
        overwrite);
  }
}
