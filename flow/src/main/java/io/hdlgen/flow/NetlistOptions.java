package io.hdlgen.flow;

import java.util.Optional;

/**
 * How the netlist that synthesis made of a design is verified.
 *
 * @param target a folder of the design's folder {@code synth}; empty for the only one
 * @param seconds for proofs of equivalence, not counting simulation and reading; 0 for none
 */
public record NetlistOptions(Optional<String> target, int seconds) {
  /** Seconds for proofs where nothing else is asked for. */
  public static final int DEFAULT_SECONDS = 60;

  public NetlistOptions {
    if (seconds < 0) {
      throw new IllegalArgumentException(seconds + " seconds");
    }
  }
}
