package io.hdlgen.hdl.pipeline;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Puts registers on every value that is read in a later stage than it is made in. Values that are
 * only another look at bits are not registered: what they look at is.
 */
final class StageRegisters {
  private final HdlModule module;
  private final int[] stages;
  private final int entry;
  private final int extra;
  private final ModuleBuilder builder;

  /** By node of the original: its place in each stage, from the stage that it is made in. */
  private final List<Map<Integer, Integer>> places = new ArrayList<>();

  private final Pipeline.Flow flow;
  private int enable = Node.Register.ALWAYS;

  /**
   * @param stages the stage of every node
   * @param entry the stage of the module's inputs
   * @param extra ranks to add before the outputs
   */
  StageRegisters(HdlModule module, int[] stages, int entry, int extra, Pipeline.Flow flow) {
    this.module = module;
    this.stages = stages;
    this.entry = entry;
    this.extra = extra;
    this.flow = flow;
    this.builder = new ModuleBuilder(module.name());
  }

  /** The stage of the module's outputs. */
  int exit() {
    int exit = entry;
    for (int index = 0; index < stages.length; index++) {
      if (module.node(index) instanceof Node.Output) {
        exit = stages[index] + extra;
      }
    }
    return exit;
  }

  /** The module with registers, or as it was if it needs none. */
  HdlModule insert() {
    int last = Arrays.stream(stages).max().orElse(entry) + extra;
    if (last == entry) {
      return module;
    }
    if (flow == Pipeline.Flow.ENABLED) {
      enable = builder.input(Origin.of("enable"), Range.BIT, Pipeline.ENABLE);
    }
    for (int index = 0; index < stages.length; index++) {
      Node node = module.node(index);
      int stage = stages[index] + (node instanceof Node.Output ? extra : 0);
      Map<Integer, Integer> made = new LinkedHashMap<>();
      made.put(stage, builder.append(node.withOperands(operand -> at(operand, stage))));
      places.add(made);
    }
    return builder.build();
  }

  /** Where the value of a node of the original is in a stage. */
  private int at(int index, int stage) {
    Map<Integer, Integer> made = places.get(index);
    Integer known = made.get(stage);
    if (known != null) {
      return known;
    }
    Node node = module.node(index);
    int place;
    if (node instanceof Node.Constant) {
      place = made.values().iterator().next();
    } else if (isLook(node)) {
      IntUnaryOperator inStage = operand -> at(operand, stage);
      place = builder.append(node.withOperands(inStage));
    } else {
      place = builder.register(node.origin(), at(index, stage - 1), enable);
    }
    made.put(stage, place);
    return place;
  }

  private static boolean isLook(Node node) {
    return node instanceof Node.Extend
        || node instanceof Node.ShiftLeft
        || node instanceof Node.Slice
        || node instanceof Node.Not
        || node instanceof Node.Concat;
  }
}
