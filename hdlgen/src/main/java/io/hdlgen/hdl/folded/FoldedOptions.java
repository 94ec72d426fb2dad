package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folded design is made of, but for the foldings.
 *
 * @param top name of the top module
 * @param multiplication which products are multiplications, for DSP blocks
 * @param clockMhz the clock to pipeline for
 * @param declaration of numbers that are loaded; empty if they are built in
 */
public record FoldedOptions(
    IntegerNetwork network,
    String top,
    Outputs outputs,
    Multiplication multiplication,
    CostModel costs,
    double clockMhz,
    Optional<Declaration> declaration) {

  /** Inputs of the network, then the neurons of each layer. */
  public List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>(List.of(network.inputs().size()));
    network.layers().forEach(layer -> sizes.add(layer.outputs()));
    return sizes;
  }
}
