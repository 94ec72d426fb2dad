package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.quantizer.network.DenseLayer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One dense layer as a combinational module. */
final class LayerLowering {
  private final int index;
  private final DenseLayer layer;
  private final List<CodedValue> inputs;
  private final List<String> inputPorts;
  private final ModuleBuilder builder;
  private final Map<Integer, Integer> ports = new LinkedHashMap<>();

  /**
   * @param inputPorts names of the module's input ports, one an input, used or not
   */
  LayerLowering(
      String module,
      int index,
      DenseLayer layer,
      List<CodedValue> inputs,
      List<String> inputPorts) {
    this.index = index;
    this.layer = layer;
    this.inputs = inputs;
    this.inputPorts = inputPorts;
    this.builder = new ModuleBuilder(module);
  }

  /**
   * A lowered layer.
   *
   * @param module inputs are the ports that some neuron reads; outputs are {@link #outputPort} of
   *     each neuron that is not constant
   * @param outputs one a neuron
   */
  record Result(HdlModule module, List<CodedValue> outputs) {}

  /** The output port of a neuron. */
  static String outputPort(int layer, int neuron) {
    return "l" + layer + "_n" + neuron + "_o";
  }

  /** The input port, of the next module, that reads a neuron. */
  static String inputPort(int layer, int neuron) {
    return "l" + layer + "_n" + neuron + "_i";
  }

  Result lower() {
    List<LinearForm> forms = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      forms.add(LinearForm.of(layer.weights().row(n), layer.biases().get(n), inputs));
    }
    for (int i = 0; i < inputs.size(); i++) {
      int input = i;
      if (forms.stream().anyMatch(form -> reads(form, input))) {
        ports.put(
            i, builder.input(Origin.of(index, "in"), inputs.get(i).code(), inputPorts.get(i)));
      }
    }
    List<CodedValue> outputs = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      Origin origin = new Origin(index, n, "sum");
      LinearForm form = forms.get(n);
      ActivationLowering.Result result =
          layer
              .activation()
              .accept(new ActivationLowering(builder, origin, form, () -> sum(origin, form)));
      outputs.add(result.value());
      nodes.add(result.node());
    }
    for (int n = 0; n < layer.outputs(); n++) {
      if (!outputs.get(n).isConstant()) {
        builder.output(new Origin(index, n, "out"), outputPort(index, n), nodes.get(n));
      }
    }
    return new Result(builder.build(), List.copyOf(outputs));
  }

  private static boolean reads(LinearForm form, int input) {
    return form.terms().stream().anyMatch(term -> term.input() == input);
  }

  private int sum(Origin origin, LinearForm form) {
    SumTree tree = new SumTree(builder, origin);
    for (LinearForm.Term term : form.terms()) {
      tree.plusScaled(ports.get(term.input()), term.coefficient(), 0);
    }
    return tree.build(BigInteger.ZERO);
  }
}
