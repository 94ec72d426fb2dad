package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
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
    Summands.Result summands = Summands.of(layer, inputs);
    List<LinearForm> forms = summands.forms();
    boolean[] read = new boolean[inputs.size()];
    forms.forEach(
        form ->
            form.terms()
                .forEach(
                    term ->
                        summands
                            .variables()
                            .get(term.input())
                            .inputs()
                            .forEach(i -> read[i] = true)));
    for (int i = 0; i < read.length; i++) {
      if (read[i]) {
        variables.put(i, builder.input(inputOrigin(i), inputs.get(i).code(), inputPorts.get(i)));
      }
    }
    List<Optional<ThresholdLogic>> logic = new ArrayList<>();
    List<LinearForm> sums = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      logic.add(logic(n, forms.get(n), summands.codes()));
      sums.add(logic.get(n).isPresent() ? forms.get(n).withoutTerms() : forms.get(n));
    }
    int count = summands.variables().size();
    Map<Integer, Integer> codes = Map.copyOf(variables);
    for (int v = inputs.size(); v < count; v++) {
      Range range = summands.codes().get(v);
      Variable variable = summands.variables().get(v);
      variables.put(v, variable.accept(new VariableLowering(builder, index, inputs, codes, range)));
    }
    shared = SharedPairs.share(count, sums);
    shared.pairs().forEach(pair -> define(pair, count));
    List<CodedValue> outputs = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      Origin origin = new Origin(index, n, "sum");
      LinearForm exact = forms.get(n);
      boolean turned = turnsNegatives(n, exact);
      LinearForm form = turned ? exact.oneLess() : exact;
      ActivationLowering.Result result =
          layer
              .activation()
              .accept(
                  new ActivationLowering(
                      builder,
                      origin,
                      form,
                      () -> turned ? turnedSum(origin, form) : sum(origin, form),
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
  private Optional<ThresholdLogic> logic(int neuron, LinearForm form, List<Range> codes) {
    if (!(layer.activation() instanceof Activation.MultiThreshold activation)) {
      return Optional.empty();
    }
    List<BigInteger> live = LiveThresholds.of(activation, neuron, form).thresholds();
    return live.size() == 1 ? ThresholdLogic.of(form, live.get(0), codes) : Optional.empty();
  }

  /** Registers of inputs are named after what they hold. */
  private Origin inputOrigin(int input) {
    return index == 0
        ? Origin.of(inputPorts.get(input).replaceFirst("_i$", ""))
        : new Origin(index - 1, input, "act");
  }

  private void define(SharedPairs.Pair pair, int first) {
    Origin origin = Origin.of(index, "shared");
    int left = builder.shiftLeft(origin, variables.get(pair.left()), pair.leftShift());
    int right = builder.shiftLeft(origin, variables.get(pair.right()), pair.rightShift());
    variables.put(
        first + definitions++,
        pair.minus() ? builder.subtract(origin, left, right) : builder.add(origin, left, right));
  }

  /**
   * Whether a neuron's negative summands are subtracted as their one's complement. Not where the
   * bias makes up for the 1 that this leaves out: a subtraction is then the whole accumulator.
   */
  private boolean turnsNegatives(int neuron, LinearForm form) {
    return layer.arithmetic() instanceof Arithmetic.MaskedSummands masked
        && masked.shortfall(layer.weights().row(neuron), neuron) == 1
        && form.constant().signum() != 0
        && shared.rows().get(neuron).stream().anyMatch(SharedPairs.Term::negative);
  }

  /** The sum of the positive terms, plus that of the negative ones with every bit turned. */
  private int turnedSum(Origin origin, LinearForm form) {
    SumTree positive = new SumTree(builder, origin);
    SumTree negative = new SumTree(builder, origin);
    for (SharedPairs.Term term : shared.rows().get(origin.neuron())) {
      int depth = shared.depths().get(term.variable());
      SumTree part = term.negative() ? negative : positive;
      part.plus(variables.get(term.variable()), term.shift(), false, depth);
    }
    int turned = turned(origin, negative.build(BigInteger.ZERO));
    return builder.known(builder.add(origin, positive.build(BigInteger.ZERO), turned), form.sum());
  }

  /** {@code -1 - node}. */
  private int turned(Origin origin, int node) {
    Range range = builder.range(node);
    Range bits = Range.unsigned(range.width() + (range.isSigned() ? 0 : 1));
    int field =
        range.isSigned()
            ? builder.slice(origin, node, 0, bits)
            : builder.extend(node, bits.width());
    return builder.slice(
        origin, builder.not(origin, field), 0, new Range(range.max().not(), range.min().not()));
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
