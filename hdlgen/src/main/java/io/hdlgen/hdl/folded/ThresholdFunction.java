package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.LevelCount;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The number of a neuron's thresholds that its sum reaches, all compared side by side. */
final class ThresholdFunction implements NeuronFunction {
  private final List<Parameter> parameters;

  /** Thresholds as {@link Thresholds#parameters} gives them. */
  ThresholdFunction(List<Parameter> thresholds) {
    parameters = List.copyOf(thresholds);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public Range output() {
    return Range.of(0, parameters.size());
  }

  @Override
  public int build(ModuleBuilder builder, Origin origin, int sum, List<Integer> nodes) {
    if (nodes.isEmpty()) {
      return builder.constant(origin.as("act"), BigInteger.ZERO);
    }
    List<Integer> reached = new ArrayList<>();
    for (int threshold : nodes) {
      reached.add(builder.compare(origin.as("ge"), Comparison.GREATER_EQUAL, sum, threshold));
    }
    return LevelCount.of(builder, origin, reached);
  }
}
