package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * What a folded design is made of, but for the foldings.
 *
 * @param top name of the top module
 * @param multiplication which products are multiplications, for DSP blocks
 * @param clockMhz the clock to pipeline for
 */
public record FoldedOptions(
    IntegerNetwork network,
    String top,
    Outputs outputs,
    Multiplication multiplication,
    CostModel costs,
    double clockMhz) {

  /** Inputs of the network, then the neurons of each layer. */
  public List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>(List.of(network.inputs().size()));
    network.layers().forEach(layer -> sizes.add(layer.outputs()));
    return sizes;
  }

  /** The features as the first layer takes them. */
  Codes features() {
    return Codes.of(network.inputs().stream().map(CodedValue::of).toList());
  }
}
