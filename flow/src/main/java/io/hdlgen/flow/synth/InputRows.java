package io.hdlgen.flow.synth;

import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.quantizer.network.IntegerNetwork;

/** The rows of inputs over which power is averaged. */
public interface InputRows {
  /** The codes, {@code [row][feature]}; at least one row. */
  long[][] codes(IntegerNetwork network, DesignOptions options);

  /** What they are, in a few words: the name of a table, or random. */
  String origin();
}
