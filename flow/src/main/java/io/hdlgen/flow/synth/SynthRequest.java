package io.hdlgen.flow.synth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be taken through the tools.
 *
 * @param design the design folder
 * @param target name of a target; empty: the one that the design was emitted for
 * @param limit what all tools may take together
 * @param overwrite whether files that the user added to the synthesis folder, or edited there, may
 *     be lost
 * @param printed what is said of a printed circuit
 */
public record SynthRequest(
    Path design,
    Optional<String> target,
    Duration limit,
    boolean overwrite,
    PrintedOptions printed) {
  /** The usual limit. */
  public static final Duration USUAL_LIMIT = Duration.ofHours(1);

  /** With nothing said of a printed circuit. */
  public SynthRequest(Path design, Optional<String> target, Duration limit, boolean overwrite) {
    this(design, target, limit, overwrite, PrintedOptions.USUAL);
  }

  /** The same with other options of a printed circuit. */
  public SynthRequest withPrinted(PrintedOptions other) {
    return new SynthRequest(design, target, limit, overwrite, other);
  }
}
