package io.hdlgen.explore.approximate;

import io.hdlgen.flow.progress.Progress;
import java.util.function.BooleanSupplier;

/** Makes cheaper networks of one, and says what they lose. */
public final class Approximator {
  private Approximator() {}

  /**
   * Searches approximations of a network by NSGA-II over the bits of every summand and the named
   * approximations of {@code io.hdlgen.quantizer.approximate}. Three quarters of the rows are
   * searched on, the others choose what is reported. The same request gives the same front,
   * whatever the number of threads.
   *
   * @param stop once it holds, the search ends, and what was found until then is written
   * @throws io.hdlgen.quantizer.error.InvalidInputException if network, data or options are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the folder cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if Yosys is missing or fails
   */
  public static ApproximateResult approximate(
      ApproximateRequest request, Progress progress, BooleanSupplier stop) {
    return new Approximation(request, progress, stop).run();
  }
}
