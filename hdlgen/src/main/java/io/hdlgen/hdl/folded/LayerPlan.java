package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.quantizer.network.DenseLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is decided of a layer before its place between others is.
 *
 * @param modules what the layer's own module instantiates
 * @param codes what it gives
 */
record LayerPlan(
    int index,
    FoldedLayer shape,
    LayerNumbers numbers,
    Pipeline dot,
    OutputStage output,
    List<HdlModule> modules,
    Codes codes) {

  static LayerPlan of(FoldedOptions options, int index, FoldedLayer shape, Codes inputs) {
    DenseLayer layer = options.network().layers().get(index);
    boolean last = index == options.network().layers().size() - 1;
    LayerNumbers numbers = LayerNumbers.of(layer, inputs, shape);
    String name = name(options, index);
    HdlModule products =
        DotModule.of(name + "_dot", index, numbers, shape.simd(), options.multiplication());
    Pipeline dot =
        Pipeline.forClock(
            PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(products))).modules(),
            options.costs(),
            options.clockMhz(),
            Pipeline.Flow.FREE_RUNNING);
    List<HdlModule> modules = new ArrayList<>(dot.modules());
    LayerEnd end =
        LayerEnd.of(numbers, layer.activation(), last ? options.network().decision() : null);
    OutputStage output;
    if (end.search() != null) {
      output = new SearchStage(index, end.search(), numbers.sum(), shape.nf());
    } else {
      FunctionStage function =
          new FunctionStage(
              name + "_neuron",
              index,
              numbers.sum(),
              end.function(),
              shape.nf(),
              options.costs(),
              options.clockMhz());
      modules.add(function.module());
      output = function;
    }
    Codes codes =
        last ? new Codes(List.of(), output.output()) : Codes.of(layer.outputs(), end.value());
    return new LayerPlan(index, shape, numbers, dot, output, List.copyOf(modules), codes);
  }

  static String name(FoldedOptions options, int index) {
    return options.top() + "_l" + index;
  }

  /**
   * The layer's own module.
   *
   * @param readsPerWord groups of inputs in a word of its queue
   * @param foldsPerWord groups of neurons in a word of the next queue; 0 for the last layer
   */
  LayerModule module(FoldedOptions options, int readsPerWord, int foldsPerWord) {
    return new LayerModule(
        name(options, index), index, shape, numbers, readsPerWord, foldsPerWord, dot, output);
  }

  /** Cycles from a slot's issue to the write of what it completes. */
  int delay() {
    return LayerModule.sumCycles(dot, shape) + output.cycles();
  }
}
