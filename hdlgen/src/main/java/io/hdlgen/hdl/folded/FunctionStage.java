package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function of sums in a module of its own, instantiated for each neuron of a group. */
final class FunctionStage implements OutputStage {
  private final int layer;
  private final WordTable table;
  private final NeuronFunction function;
  private final Pipeline pipeline;

  /**
   * A stage.
   *
   * @param name of the module
   * @param sum the range of sums
   * @param table the parameters, one word a group of neurons; null without parameters
   */
  FunctionStage(
      String name,
      int layer,
      Range sum,
      NeuronFunction function,
      WordTable table,
      CostModel costs,
      double clockMhz) {
    this.layer = layer;
    this.table = table;
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
  public List<Integer> build(
      ModuleBuilder builder, WordSource words, List<Integer> sums, int ready, int cycles) {
    WordSource.Shown shown =
        table == null ? null : words.inTurn(Origin.of(layer, "parameters"), table, ready, cycles);
    List<Integer> values = new ArrayList<>();
    int field = 0;
    for (int p = 0; p < sums.size(); p++) {
      Map<String, Integer> connections = new LinkedHashMap<>();
      connections.put("sum_i", sums.get(p));
      for (Parameter parameter : varying(function)) {
        Origin role = Origin.of(layer, parameter.name());
        connections.put(port(parameter), shown.field(role, field));
        field++;
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
  static List<Parameter> varying(NeuronFunction function) {
    return function.parameters().stream().filter(parameter -> !parameter.isConstant()).toList();
  }
}
