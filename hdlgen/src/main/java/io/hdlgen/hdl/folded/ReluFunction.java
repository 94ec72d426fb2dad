package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.ShiftReluUnit;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import java.util.List;

/** Quantized ReLU of an accumulator. */
record ReluFunction(Activation.ShiftRelu relu, Range accumulator) implements NeuronFunction {
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Range output() {
    return ShiftReluUnit.range(relu, accumulator).union(Range.of(0, 0));
  }

  @Override
  public int build(ModuleBuilder builder, Origin origin, int x, List<Integer> parameters) {
    return ShiftReluUnit.build(builder, origin, relu, x);
  }
}
