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
 */
public record SynthRequest(
    Path design, Optional<String> target, Duration limit, boolean overwrite) {
  /** The usual limit. */
  public static final Duration USUAL_LIMIT = Duration.ofHours(1);
}
