package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function of sums in a module of its own, instantiated for each neuron of a group. */
final class FunctionStage implements OutputStage {
  private final int layer;
  private final int folds;
  private final NeuronFunction function;
  private final Pipeline pipeline;

  /**
   * A stage.
   *
   * @param name of the module
   * @param sum the range of sums
   * @param folds groups of neurons
   */
  FunctionStage(
      String name,
      int layer,
      Range sum,
      NeuronFunction function,
      int folds,
      CostModel costs,
      double clockMhz) {
    this.layer = layer;
    this.folds = folds;
    this.function = function;
    ModuleBuilder builder = new ModuleBuilder(name);
    Origin origin = Origin.of(layer, "neuron");
    int sumNode = builder.input(origin.as("sum"), sum, "sum_i");
    List<Integer> parameters = new ArrayList<>();
    for (Parameter parameter : function.parameters()) {
      Origin role = origin.as(parameter.name());
      parameters.add(
          parameter.isConstant()
              ? builder.constant(role, parameter.idle())
              : builder.input(role, parameter.range(), port(parameter)));
    }
    int result = function.build(builder, origin, sumNode, parameters);
    builder.output(origin.as("out"), "value_o", builder.known(result, function.output()));
    Netlist folded = PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(builder.build())));
    pipeline = Pipeline.forClock(folded.modules(), costs, clockMhz, Pipeline.Flow.FREE_RUNNING);
  }

  private static String port(Parameter parameter) {
    return parameter.name() + "_i";
  }

  HdlModule module() {
    return pipeline.modules().get(0);
  }

  @Override
  public Range output() {
    return function.output();
  }

  @Override
  public int cycles() {
    return pipeline.stages();
  }

  @Override
  public List<Integer> build(ModuleBuilder builder, List<Integer> sums, int ready) {
    int word = parameters(builder, sums.size(), ready);
    List<Integer> values = new ArrayList<>();
    int low = 0;
    for (int p = 0; p < sums.size(); p++) {
      Map<String, Integer> connections = new LinkedHashMap<>();
      connections.put("sum_i", sums.get(p));
      for (Parameter parameter : varying()) {
        Origin role = Origin.of(layer, parameter.name());
        connections.put(
            port(parameter),
            folds == 1
                ? builder.constant(role, parameter.value(p))
                : builder.slice(role, word, low, parameter.range()));
        low += parameter.range().width();
      }
      Origin origin = new Origin(layer, p, "neuron");
      values.add(
          builder
              .instance(origin, module(), connections, out -> origin.as("value"))
              .get("value_o"));
    }
    return values;
  }

  /** The parameters that are ports. */
  private List<Parameter> varying() {
    return function.parameters().stream().filter(parameter -> !parameter.isConstant()).toList();
  }

  /** The word of all parameters of a group; -1 without parameters, or of a single group. */
  private int parameters(ModuleBuilder builder, int pe, int ready) {
    if (folds == 1 || varying().isEmpty()) {
      return -1;
    }
    List<BigInteger> words = new ArrayList<>();
    int width = 0;
    for (int fold = 0; fold < folds; fold++) {
      BigInteger word = BigInteger.ZERO;
      width = 0;
      for (int p = 0; p < pe; p++) {
        for (Parameter parameter : varying()) {
          word = word.or(parameter.field(fold * pe + p).shiftLeft(width));
          width += parameter.range().width();
        }
      }
      words.add(word);
    }
    int node = new SlotRom(builder, Origin.of(layer, "parameters"), words, width).build(ready);
    return builder.extend(node, width);
  }
}
