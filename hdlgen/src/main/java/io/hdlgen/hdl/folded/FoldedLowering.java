package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folding.CycleModel;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.folding.QueueSizing;
import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * From an integer network to layers that share hardware: the architecture of FINN (Umuroglu et al.,
 * "FINN: A Framework for Fast, Scalable Binarized Neural Network Inference", FPGA 2017) with a
 * schedule that is known beforehand, cycle by cycle.
 */
public final class FoldedLowering {
  private final IntegerNetwork network;
  private final String top;
  private final FoldedShape shape;
  private final Outputs outputs;
  private final boolean multipliers;
  private final CostModel costs;
  private final double clockMhz;
  private final List<HdlModule> modules = new ArrayList<>();
  private final List<LayerModule> layers = new ArrayList<>();
  private double worstNs;

  /**
   * A lowering.
   *
   * @param multipliers whether products of wide numbers may be multiplications, for DSP blocks
   */
  public FoldedLowering(
      IntegerNetwork network,
      String top,
      FoldedShape shape,
      Outputs outputs,
      boolean multipliers,
      CostModel costs,
      double clockMhz) {
    this.network = network;
    this.top = top;
    this.shape = shape;
    this.outputs = outputs;
    this.multipliers = multipliers;
    this.costs = costs;
    this.clockMhz = clockMhz;
  }

  /**
   * Generates the design.
   *
   * @param beatBits width of an input beat
   * @param outputFields where the results lie in the result beat
   * @param outputBits width of the result beat
   */
  public FoldedDesign lower(int beatBits, List<Field> outputFields, int outputBits) {
    Codes codes = Codes.of(network.inputs().stream().map(CodedValue::of).toList());
    int wordBits = shape.layers().get(0).simd() * codes.width();
    int last = shape.layers().size() - 1;
    for (int l = 0; l <= last; l++) {
      codes = layer(l, codes, l == last);
    }
    Range score = codes.field();
    DecisionModule decision =
        new DecisionModule(
            top + "_decision",
            shape.layers().get(last),
            network.decision(),
            score,
            outputs,
            costs,
            clockMhz);
    List<Integer> delays = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      delays.add(layers.get(l).delay() + (l == last ? decision.cycles() : 0));
    }
    CycleModel model = new CycleModel(shape, delays);
    QueueDepths depths = QueueSizing.of(model);
    List<HdlModule> chain = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      int next = l == last ? depths.output() : depths.inputs().get(l + 1);
      chain.add(layers.get(l).build(depths.inputs().get(l), next));
    }
    HdlModule decide = decision.build(outputFields, outputBits);
    HdlModule results = ResultQueue.of(top + "_results", depths.output(), outputBits);
    modules.addAll(chain);
    modules.add(decision.groupModule());
    modules.add(decide);
    modules.add(results);
    modules.add(
        new FoldedTop(top, chain, decide, results)
            .build(shape.layers().get(0).sf(), beatBits, wordBits, depths.inputs().get(0)));
    Netlist netlist = PassOrder.run(PassOrder.FOLDED, new Netlist(modules));
    return new FoldedDesign(
        netlist,
        shape,
        delays,
        depths,
        model.report(depths),
        Math.max(worstNs, decision.worstNs()));
  }

  /** Prepares a layer; the codes that it gives. */
  private Codes layer(int l, Codes inputs, boolean last) {
    FoldedLayer folded = shape.layers().get(l);
    DenseLayer dense = network.layers().get(l);
    LayerNumbers numbers = LayerNumbers.of(dense, inputs, folded);
    String name = top + "_l" + l;
    HdlModule dot = DotModule.of(name + "_dot", l, numbers, folded.simd(), multipliers);
    Pipeline pipeline =
        Pipeline.forClock(
            PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(dot))).modules(),
            costs,
            clockMhz,
            Pipeline.Flow.FREE_RUNNING);
    modules.add(pipeline.modules().get(0));
    worstNs = Math.max(worstNs, pipeline.worstNs());
    LayerEnd end = LayerEnd.of(numbers, dense.activation(), last ? network.decision() : null);
    OutputStage output;
    if (end.search() != null) {
      output = new SearchStage(l, end.search(), numbers.sum(), folded.nf());
    } else {
      FunctionStage function =
          new FunctionStage(
              name + "_neuron", l, numbers.sum(), end.function(), folded.nf(), costs, clockMhz);
      modules.add(function.module());
      worstNs = Math.max(worstNs, function.worstNs());
      output = function;
    }
    layers.add(
        new LayerModule(
            name,
            l,
            folded,
            numbers,
            shape.readsPerWord(l),
            last ? 1 : shape.foldsPerWord(l + 1),
            last,
            pipeline,
            output));
    return last ? new Codes(List.of(), output.output()) : Codes.of(dense.outputs(), end.value());
  }
}
