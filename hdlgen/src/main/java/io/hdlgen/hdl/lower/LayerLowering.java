package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One dense layer as a combinational module. */
final class LayerLowering {
  private final int index;
  private final DenseLayer layer;
  private final List<CodedValue> inputs;
  private final List<String> inputPorts;
  private final ModuleBuilder builder;

  /** By variable of the shared sums, an input or a pair: its node. */
  private final Map<Integer, Integer> variables = new LinkedHashMap<>();

  private SharedPairs.Result shared;
  private int definitions;

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
    boolean[] read = new boolean[inputs.size()];
    forms.forEach(form -> form.terms().forEach(term -> read[term.input()] = true));
    for (int i = 0; i < read.length; i++) {
      if (read[i]) {
        variables.put(i, builder.input(inputOrigin(i), inputs.get(i).code(), inputPorts.get(i)));
      }
    }
    List<Optional<ThresholdLogic>> logic = new ArrayList<>();
    List<LinearForm> sums = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      logic.add(logic(n, forms.get(n)));
      sums.add(logic.get(n).isPresent() ? forms.get(n).withoutTerms() : forms.get(n));
    }
    shared = SharedPairs.share(inputs.size(), sums);
    shared.pairs().forEach(this::define);
    List<CodedValue> outputs = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      Origin origin = new Origin(index, n, "sum");
      LinearForm form = forms.get(n);
      ActivationLowering.Result result =
          layer
              .activation()
              .accept(
                  new ActivationLowering(
                      builder,
                      origin,
                      form,
                      () -> sum(origin, form),
                      logic.get(n).map(step -> step.build(builder, origin, variables::get))));
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

  /** A neuron with one threshold over a few bits as logic, where that is smaller. */
  private Optional<ThresholdLogic> logic(int neuron, LinearForm form) {
    if (!(layer.activation() instanceof Activation.MultiThreshold activation)) {
      return Optional.empty();
    }
    List<BigInteger> live = LiveThresholds.of(activation, neuron, form).thresholds();
    return live.size() == 1 ? ThresholdLogic.of(form, live.get(0), inputs) : Optional.empty();
  }

  /** Registers of inputs are named after what they hold. */
  private Origin inputOrigin(int input) {
    return index == 0
        ? Origin.of(inputPorts.get(input).replaceFirst("_i$", ""))
        : new Origin(index - 1, input, "act");
  }

  private void define(SharedPairs.Pair pair) {
    Origin origin = Origin.of(index, "shared");
    int left = builder.shiftLeft(origin, variables.get(pair.left()), pair.leftShift());
    int right = builder.shiftLeft(origin, variables.get(pair.right()), pair.rightShift());
    variables.put(
        inputs.size() + definitions++,
        pair.minus() ? builder.subtract(origin, left, right) : builder.add(origin, left, right));
  }

  /** The form's sum; the tree takes digits of one input as independent, the form does not. */
  private int sum(Origin origin, LinearForm form) {
    SumTree tree = new SumTree(builder, origin);
    for (SharedPairs.Term term : shared.rows().get(origin.neuron())) {
      int depth = shared.depths().get(term.variable());
      tree.plus(variables.get(term.variable()), term.shift(), term.negative(), depth);
    }
    return builder.known(tree.build(BigInteger.ZERO), form.sum());
  }
}
