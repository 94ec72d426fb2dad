package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;

/**
 * What a search for bits has found.
 *
 * @param chosen the cheapest network inside the drop; if there was none, the most accurate
 * @param network the very network that was measured
 * @param floatAccuracy of the float network on the validation rows, 0 to 1
 * @param validationRows number of rows that accuracy was measured on
 * @param withinDrop whether {@code chosen} is
 * @param trials all that was tried, in this order
 * @param notes what the user should know, one sentence each; often none
 */
public record AutoBitsResult(
    BitTrial chosen,
    IntegerNetwork network,
    double floatAccuracy,
    int validationRows,
    boolean withinDrop,
    List<BitTrial> trials,
    List<String> notes) {
  public AutoBitsResult {
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
  }
}
