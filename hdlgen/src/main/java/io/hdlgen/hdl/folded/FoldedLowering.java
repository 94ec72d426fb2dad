package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.cost.LongestPath;
import io.hdlgen.hdl.folding.CycleModel;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.folding.QueueSizing;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.signature.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * From an integer network to layers that share hardware: the architecture of FINN (Umuroglu et al.,
 * "FINN: A Framework for Fast, Scalable Binarized Neural Network Inference", FPGA 2017) with a
 * schedule that is known beforehand, cycle by cycle.
 */
public final class FoldedLowering {
  private FoldedLowering() {}

  /**
   * Generates a design.
   *
   * @param beatBits width of an input beat
   * @param outputFields where the results lie in the result beat
   * @param outputBits width of the result beat
   */
  public static FoldedDesign lower(
      FoldedOptions options,
      FoldedShape shape,
      int beatBits,
      List<Field> outputFields,
      int outputBits) {
    int last = shape.layers().size() - 1;
    List<LayerPlan> plans = plans(options, shape);
    DecisionModule decision =
        new DecisionModule(options, shape.layers().get(last), plans.get(last).codes().field());
    List<Integer> delays = new ArrayList<>();
    List<Integer> elementBits = new ArrayList<>();
    for (LayerPlan plan : plans) {
      delays.add(plan.delay() + (plan.index() == last ? decision.cycles() : 0));
      elementBits.add(plan.numbers().inputs().width());
    }
    CycleModel model = new CycleModel(shape, delays);
    QueueDepths depths = QueueSizing.of(model);
    List<HdlModule> modules = new ArrayList<>();
    List<HdlModule> layers = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      modules.addAll(plans.get(l).modules());
      int next = l == last ? depths.output() : depths.inputs().get(l + 1);
      int foldsPerWord = l == last ? LayerModule.RESULTS : shape.foldsPerWord(l + 1);
      layers.add(
          plans
              .get(l)
              .module(options, shape.readsPerWord(l), foldsPerWord)
              .build(depths.inputs().get(l), next));
    }
    HdlModule decide = decision.build(outputFields, outputBits);
    HdlModule results = ResultQueue.of(options.top() + "_results", depths.output(), outputBits);
    modules.addAll(layers);
    modules.add(decision.groupModule());
    modules.add(decide);
    modules.add(results);
    int wordBits = shape.layers().get(0).simd() * elementBits.get(0);
    modules.add(
        new FoldedTop(options.top(), layers, decide, results)
            .build(shape.layers().get(0).sf(), beatBits, wordBits, depths.inputs().get(0)));
    Netlist netlist = PassOrder.run(PassOrder.FOLDED, new Netlist(modules));
    return new FoldedDesign(
        netlist,
        model,
        depths,
        elementBits,
        model.report(depths),
        LongestPath.of(netlist, options.costs()));
  }

  private static List<LayerPlan> plans(FoldedOptions options, FoldedShape shape) {
    List<LayerPlan> plans = new ArrayList<>();
    Codes codes = options.features();
    for (int l = 0; l < shape.layers().size(); l++) {
      LayerPlan plan = LayerPlan.of(options, l, shape.layers().get(l), codes);
      plans.add(plan);
      codes = plan.codes();
    }
    return plans;
  }
}
