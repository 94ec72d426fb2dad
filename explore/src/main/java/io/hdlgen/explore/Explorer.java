package io.hdlgen.explore;

import io.hdlgen.flow.progress.Progress;
import java.util.function.BooleanSupplier;

/** The commands that search, one method each. */
public final class Explorer {
  private Explorer() {}

  /**
   * Searches printed classifiers for a table: a front of circuits, of which one is recommended,
   * emitted, verified and reported. The same request gives the same front, whatever the number of
   * threads, and whether or not it was stopped and run again.
   *
   * @param stop once it holds, the search ends, and what was found until then is written, without
   *     test figures and without a design
   * @throws io.hdlgen.quantizer.error.InvalidInputException if data or options are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the folder cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if Yosys, ABC or Verilator is missing or fails
   */
  public static ExploreResult explore(
      ExploreRequest request, Progress progress, BooleanSupplier stop) {
    return new Exploration(request, progress, stop).run();
  }
}
