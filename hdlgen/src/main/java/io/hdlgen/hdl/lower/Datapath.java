package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * The network as a chain of combinational modules: one a layer, then the decision. Each module's
 * inputs have the names of feature ports, or of outputs {@code <name>_o} of the module before it as
 * {@code <name>_i}.
 *
 * @param inputs what the first layer takes, in order
 * @param inputPorts a port name of the first module for each of those, whether or not it is read
 * @param modules the layers, then the decision; outputs of the last are {@code class_o} and {@code
 *     score_<k>_o}
 */
public record Datapath(List<CodedValue> inputs, List<String> inputPorts, List<HdlModule> modules) {

  /**
   * Lowers a network.
   *
   * @param top prefix of the modules' names
   * @param inputPorts legal Verilog names that differ, one a value that the first layer takes
   */
  public static Datapath of(
      IntegerNetwork network, String top, List<String> inputPorts, Outputs outputs) {
    List<CodedValue> inputs =
        network.inputs().stream().flatMap(one -> CodedValue.of(one).stream()).toList();
    List<HdlModule> modules = new ArrayList<>();
    List<CodedValue> values = inputs;
    List<String> ports = inputPorts;
    for (int k = 0; k < network.layers().size(); k++) {
      LayerLowering.Result layer =
          new LayerLowering(top + "_l" + k, k, network.layers().get(k), values, ports).lower();
      modules.add(layer.module());
      values = layer.outputs();
      ports = new ArrayList<>();
      for (int n = 0; n < values.size(); n++) {
        ports.add(LayerLowering.inputPort(k, n));
      }
    }
    modules.add(
        new DecisionLowering(top + "_decision", network.layers().size() - 1, values)
            .lower(network.decision(), outputs));
    return new Datapath(inputs, List.copyOf(inputPorts), List.copyOf(modules));
  }
}
