package io.hdlgen.hdl.pipeline;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.netlist.HdlModule;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of modules with pipeline registers, whose {@link Flow} is the same in all.
 *
 * @param modules the chain; a module without registers is as it was
 * @param stages register ranks between the chain's inputs and its outputs
 * @param worstNs estimate of the longest logic delay between two ranks, in ns
 */
public record Pipeline(List<HdlModule> modules, int stages, double worstNs) {
  /** The port that lets the registers of a module move. */
  public static final String ENABLE = "en_i";

  private static final int SEARCH_STEPS = 40;

  /** What lets the registers of a pipeline move. */
  public enum Flow {
    /** The port {@link #ENABLE} of each module with registers. */
    ENABLED,
    /** Nothing: they move at every edge. */
    FREE_RUNNING
  }

  /** {@link #forClock(List, CostModel, double, Flow)} with the enable port. */
  public static Pipeline forClock(List<HdlModule> chain, CostModel model, double clockMhz) {
    return forClock(chain, model, clockMhz, Flow.ENABLED);
  }

  /**
   * As few ranks as let every stage, with its register, end within a clock period.
   *
   * @param chain modules without registers or memories
   */
  public static Pipeline forClock(
      List<HdlModule> chain, CostModel model, double clockMhz, Flow flow) {
    double budgetNs = 1000 / clockMhz - model.registerNs();
    return build(chain, Schedule.of(chain, model, budgetNs), 0, flow);
  }

  /** {@link #forStages(List, CostModel, int, Flow)} with the enable port. */
  public static Pipeline forStages(List<HdlModule> chain, CostModel model, int stages) {
    return forStages(chain, model, stages, Flow.ENABLED);
  }

  /**
   * Exactly {@code stages} ranks, placed so that the longest stage is as short as this many allow.
   * Ranks beyond those that shorten it go to the end, where synthesis may move them.
   *
   * @param chain modules without registers or memories
   */
  public static Pipeline forStages(List<HdlModule> chain, CostModel model, int stages, Flow flow) {
    double low = 0;
    double high = Schedule.of(chain, model, Double.POSITIVE_INFINITY).worstNs();
    Schedule best = Schedule.of(chain, model, high);
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double middle = (low + high) / 2;
      Schedule schedule = Schedule.of(chain, model, middle);
      if (schedule.last() <= stages) {
        best = schedule;
        high = middle;
      } else {
        low = middle;
      }
    }
    return build(chain, best, stages - best.last(), flow);
  }

  private static Pipeline build(List<HdlModule> chain, Schedule schedule, int padding, Flow flow) {
    List<HdlModule> modules = new ArrayList<>();
    int entry = 0;
    for (int k = 0; k < chain.size(); k++) {
      int extra = k + 1 == chain.size() ? padding : 0;
      StageRegisters registers =
          new StageRegisters(chain.get(k), schedule.stages().get(k), entry, extra, flow);
      modules.add(registers.insert());
      entry = registers.exit();
    }
    return new Pipeline(List.copyOf(modules), schedule.last() + padding, schedule.worstNs());
  }
}
