package io.hdlgen.hdl.pipeline;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.cost.NodeDelay;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * As soon as possible: every node of a chain of combinational modules in the earliest stage in
 * which it ends within the budget of logic delay. All outputs of a module end in one stage; the
 * next module goes on in that stage with the time that is left.
 *
 * @param stages {@code [modules][nodes]}: registers on the way from the first module's inputs
 * @param last the stage in which the last module's outputs are
 * @param worstNs the longest logic delay within a stage, in ns
 */
record Schedule(List<int[]> stages, int last, double worstNs) {

  /**
   * Schedules a chain.
   *
   * @param budgetNs logic delay that fits into a stage; a single node may take more
   * @throws IllegalArgumentException if a module has registers or memories of its own
   */
  static Schedule of(List<HdlModule> chain, CostModel model, double budgetNs) {
    List<int[]> stages = new ArrayList<>();
    int stage = 0;
    double time = 0;
    double worst = 0;
    for (HdlModule module : chain) {
      NodeDelay delays = new NodeDelay(model, module);
      int size = module.nodes().size();
      int[] stageOf = new int[size];
      double[] end = new double[size];
      int outStage = stage;
      double outTime = time;
      for (int index = 0; index < size; index++) {
        Node node = module.node(index);
        if (node instanceof Node.State) {
          throw new IllegalArgumentException(
              "module %s has state of its own, %s".formatted(module.name(), node.origin().name()));
        }
        stageOf[index] = stage;
        end[index] = node instanceof Node.Input ? time : 0;
        for (int operand : node.operands()) {
          if (module.node(operand) instanceof Node.Constant) {
            continue;
          }
          if (stageOf[operand] > stageOf[index]) {
            stageOf[index] = stageOf[operand];
            end[index] = end[operand];
          } else if (stageOf[operand] == stageOf[index]) {
            end[index] = Math.max(end[index], end[operand]);
          }
        }
        double delay = node.accept(delays);
        if (delay > 0 && end[index] > 0 && end[index] + delay > budgetNs) {
          stageOf[index]++;
          end[index] = 0;
        }
        end[index] += delay;
        worst = Math.max(worst, end[index]);
        if (node instanceof Node.Output) {
          if (stageOf[index] > outStage) {
            outStage = stageOf[index];
            outTime = end[index];
          } else if (stageOf[index] == outStage) {
            outTime = Math.max(outTime, end[index]);
          }
        }
      }
      for (int index = 0; index < size; index++) {
        if (module.node(index) instanceof Node.Output) {
          stageOf[index] = outStage;
        }
      }
      stages.add(stageOf);
      stage = outStage;
      time = outTime;
    }
    return new Schedule(List.copyOf(stages), stage, worst);
  }
}
