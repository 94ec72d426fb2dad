package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.LongestPath;
import io.hdlgen.hdl.folding.CycleModel;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.LayerFormat;
import io.hdlgen.hdl.folding.LutEstimate;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.folding.QueueSizing;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.signature.Field;
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
  private final FoldedOptions options;
  private final FoldedShape shape;
  private final Optional<LoadableDesign> loadable;
  private final List<LayerPlan> plans;

  public FoldedLowering(FoldedOptions options, FoldedShape shape) {
    this.options = options;
    this.shape = shape;
    this.plans = LayerPlan.of(options.network(), shape, options.declaration());
    this.loadable =
        options
            .declaration()
            .map(declaration -> new LoadableDesign(options.network(), shape, declaration));
  }

  private long estimate() {
    List<LayerFormat> formats = new ArrayList<>();
    for (int l = 0; l < plans.size(); l++) {
      formats.add(
          plans
              .get(l)
              .format(options.network().layers().get(l).activation(), options.multiplication()));
    }
    LutEstimate estimate = new LutEstimate(formats);
    long luts = 0;
    for (int l = 0; l < plans.size(); l++) {
      FoldedLayer layer = shape.layers().get(l);
      luts += estimate.layerLuts(l, layer);
      luts += estimate.queueLuts(l, layer.inputs(), shape.wordElements(l));
    }
    return luts;
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
    int last = shape.layers().size() - 1;
    DecisionModule decision = new DecisionModule(options, shape.layers().get(last), scores());
    List<LayerHardware> hardware = new ArrayList<>();
    List<HdlModule> modules = new ArrayList<>();
    List<Integer> delays = new ArrayList<>();
    List<Integer> elementBits = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      LayerHardware layer = LayerHardware.of(options, l, plans.get(l));
      hardware.add(layer);
      modules.addAll(layer.modules());
      delays.add(layer.delay() + (l == last ? decision.cycles() : 0));
      elementBits.add(plans.get(l).numbers().inputs().width());
    }
    CycleModel model = new CycleModel(shape, delays);
    QueueDepths depths = QueueSizing.of(model);
    int waiting = depths.output() + depths.inputs().stream().mapToInt(d -> d + 2).sum() + 2;
    LoadParts parts = new LoadParts(loadable.map(LoadableDesign::map), waiting);
    List<HdlModule> layers = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      int next = l == last ? depths.output() : depths.inputs().get(l + 1);
      int foldsPerWord = l == last ? LayerModule.RESULTS : shape.foldsPerWord(l + 1);
      layers.add(
          hardware
              .get(l)
              .module(shape.readsPerWord(l), foldsPerWord)
              .build(depths.inputs().get(l), next, parts.words(l)));
    }
    HdlModule decide = decision.build(outputFields, outputBits);
    HdlModule results = ResultQueue.of(options.top() + "_results", depths.output(), outputBits);
    modules.addAll(layers);
    modules.add(decision.groupModule());
    modules.add(decide);
    modules.add(results);
    int delay = delays.stream().mapToInt(Integer::intValue).max().orElseThrow();
    Function<ModuleBuilder, Loading> loading =
        parts.loading(options.top() + "_load", loadable, delay, modules);
    int wordBits = shape.layers().get(0).simd() * elementBits.get(0);
    modules.add(
        new FoldedTop(options.top(), layers, decide, results, loading)
            .build(shape.layers().get(0).sf(), beatBits, wordBits, depths.inputs().get(0)));
    Netlist netlist = PassOrder.run(PassOrder.FOLDED, new Netlist(modules));
    return new FoldedDesign(
        netlist,
        model,
        depths,
        elementBits,
        model.report(depths),
        LongestPath.of(netlist, options.costs()),
        estimate(),
        loadable);
  }
}
