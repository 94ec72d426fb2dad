package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folding.CycleModel;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.folding.QueueSizing;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * From an integer network to layers that share hardware: the architecture of FINN (Umuroglu et al.,
 * "FINN: A Framework for Fast, Scalable Binarized Neural Network Inference", FPGA 2017) with a
 * schedule that is known beforehand, cycle by cycle.
 */
public final class FoldedLowering {
  private final IntegerNetwork network;
  private final String top;
  private final FoldedShape shape;
  private final Optional<LoadableDesign> loadable;
  private final List<LayerPlan> plans;
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
   * @param declaration of numbers that are loaded; empty if they are built in
   */
  public FoldedLowering(
      IntegerNetwork network,
      String top,
      FoldedShape shape,
      Outputs outputs,
      boolean multipliers,
      CostModel costs,
      double clockMhz,
      Optional<Declaration> declaration) {
    this.network = network;
    this.top = top;
    this.shape = shape;
    this.plans = LayerPlan.of(network, shape, declaration);
    this.loadable = declaration.map(bounds -> new LoadableDesign(network, shape, bounds));
    this.outputs = outputs;
    this.multipliers = multipliers;
    this.costs = costs;
    this.clockMhz = clockMhz;
  }

  /** The range of all scores. */
  public Range scores() {
    return plans.get(plans.size() - 1).output();
  }

  /**
   * Generates the design.
   *
   * @param beatBits width of an input beat
   * @param outputFields where the results lie in the result beat
   * @param outputBits width of the result beat
   */
  public FoldedDesign lower(int beatBits, List<Field> outputFields, int outputBits) {
    int wordBits = shape.layers().get(0).simd() * plans.get(0).numbers().inputs().width();
    int last = shape.layers().size() - 1;
    for (int l = 0; l <= last; l++) {
      layer(l, plans.get(l), l == last);
    }
    Range score = plans.get(last).output();
    DecisionModule decision =
        new DecisionModule(
            top + "_decision",
            shape.layers().get(last),
            LayerPlan.decision(network.decision(), loadable.map(LoadableDesign::declaration)),
            score,
            outputs,
            costs,
            clockMhz);
    int delay = 0;
    List<Integer> delays = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      delays.add(layers.get(l).delay() + (l == last ? decision.cycles() : 0));
    }
    CycleModel model = new CycleModel(shape, delays);
    QueueDepths depths = QueueSizing.of(model);
    int waiting = depths.output() + depths.inputs().stream().mapToInt(d -> d + 2).sum() + 2;
    LoadParts parts = new LoadParts(loadable.map(LoadableDesign::map), waiting);
    List<HdlModule> chain = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      int next = l == last ? depths.output() : depths.inputs().get(l + 1);
      chain.add(layers.get(l).build(depths.inputs().get(l), next, parts.words(l)));
      delay = Math.max(delay, delays.get(l));
    }
    HdlModule decide = decision.build(outputFields, outputBits);
    HdlModule results = ResultQueue.of(top + "_results", depths.output(), outputBits);
    modules.addAll(chain);
    modules.add(decision.groupModule());
    modules.add(decide);
    modules.add(results);
    Function<ModuleBuilder, Loading> loading =
        parts.loading(top + "_load", loadable, delay, modules);
    modules.add(
        new FoldedTop(top, chain, decide, results, loading)
            .build(shape.layers().get(0).sf(), beatBits, wordBits, depths.inputs().get(0)));
    Netlist netlist = PassOrder.run(PassOrder.FOLDED, new Netlist(modules));
    return new FoldedDesign(
        netlist,
        shape,
        delays,
        depths,
        model.report(depths),
        Math.max(worstNs, decision.worstNs()),
        loadable);
  }

  /** Prepares a layer. */
  private void layer(int l, LayerPlan plan, boolean last) {
    FoldedLayer folded = plan.shape();
    LayerNumbers numbers = plan.numbers();
    LayerEnd end = plan.end();
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
    OutputStage output;
    if (end.search() != null) {
      output = new SearchStage(l, end.search(), folded.nf(), plan.tables().searches());
    } else {
      FunctionStage function =
          new FunctionStage(
              name + "_neuron",
              l,
              numbers.sum(),
              end.function(),
              plan.tables().parameters(),
              costs,
              clockMhz);
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
            output,
            plan.tables()));
  }
}
