package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a layer that does not depend on its place between others.
 *
 * @param dot products and their sum, in ranks
 * @param modules what the layer's own module instantiates
 */
record LayerHardware(
    String name,
    int index,
    LayerPlan plan,
    Pipeline dot,
    OutputStage output,
    List<HdlModule> modules) {

  static LayerHardware of(FoldedOptions options, int index, LayerPlan plan) {
    FoldedLayer shape = plan.shape();
    LayerNumbers numbers = plan.numbers();
    LayerEnd end = plan.end();
    String name = options.top() + "_l" + index;
    HdlModule products =
        DotModule.of(name + "_dot", index, numbers, shape.simd(), options.multiplication());
    Pipeline dot =
        Pipeline.forClock(
            PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(products))).modules(),
            options.costs(),
            options.clockMhz(),
            Pipeline.Flow.FREE_RUNNING);
    List<HdlModule> modules = new ArrayList<>(dot.modules());
    OutputStage output;
    if (end.search() != null) {
      output = new SearchStage(index, end.search(), shape.nf(), plan.tables().searches());
    } else {
      FunctionStage function =
          new FunctionStage(
              name + "_neuron",
              index,
              numbers.sum(),
              end.function(),
              plan.tables().parameters(),
              options.costs(),
              options.clockMhz());
      modules.add(function.module());
      output = function;
    }
    return new LayerHardware(name, index, plan, dot, output, List.copyOf(modules));
  }

  /**
   * The layer's own module.
   *
   * @param readsPerWord groups of inputs in a word of its queue
   * @param foldsPerWord groups of neurons in a word of the next queue, or {@link
   *     LayerModule#RESULTS}
   */
  LayerModule module(int readsPerWord, int foldsPerWord) {
    return new LayerModule(
        name,
        index,
        plan.shape(),
        plan.numbers(),
        readsPerWord,
        foldsPerWord,
        dot,
        output,
        plan.tables());
  }

  /** Cycles from a slot's issue to the write of what it completes. */
  int delay() {
    return LayerModule.sumCycles(dot, plan.shape()) + output.cycles();
  }
}
