package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;

/**
 * A quantized network.
 *
 * @param notes what the user should know of the calibration rows, one sentence each; often none
 */
public record PtqResult(IntegerNetwork network, List<String> notes) {
  public PtqResult {
    notes = List.copyOf(notes);
  }
}
