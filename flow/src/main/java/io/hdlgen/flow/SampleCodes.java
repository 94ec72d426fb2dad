package io.hdlgen.flow;

import io.hdlgen.quantizer.network.IntegerNetwork;

/** Samples that a network can be fed with. */
public interface SampleCodes {
  /**
   * The codes that the network takes, {@code [samples][features]}.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the samples do not fit the network
   */
  long[][] codes(IntegerNetwork network);
}
