package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.CycleModel;
import io.hdlgen.hdl.folding.CycleReport;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.PipelineChart;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.netlist.Netlist;
import java.util.List;
import java.util.Optional;

/**
 * A folded design.
 *
 * @param depths words of its queues
 * @param elementBits for each layer, bits of an element of its input queue
 * @param cycles what the pipeline does, exactly
 * @param worstNs estimate of the longest logic delay between two registers, in ns
 * @param estimatedLuts six-input look-up tables, as the choice of foldings estimates them
 * @param loadable what can be loaded; empty if all numbers are built in
 */
public record FoldedDesign(
    Netlist netlist,
    CycleModel model,
    QueueDepths depths,
    List<Integer> elementBits,
    CycleReport cycles,
    double worstNs,
    long estimatedLuts,
    Optional<LoadableDesign> loadable) {
  public FoldedDesign {
    elementBits = List.copyOf(elementBits);
  }

  /** The foldings, one a layer. */
  public List<Folding> foldings() {
    return model.shape().layers().stream().map(layer -> layer.folding()).toList();
  }

  /** A table of the layers and a chart of their work over time, for people. */
  public String chart() {
    PipelineChart chart = new PipelineChart(model, depths);
    return chart.table(elementBits) + "\n" + chart.timeline();
  }
}
