package io.hdlgen.explore.outcome;

import io.hdlgen.sim.tool.ToolException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a signal that asks a search to stop leads to. */
public final class StopRequest {
  private static final long NANOS_TO_HEAR_OF_A_SIGNAL = TimeUnit.MILLISECONDS.toNanos(500);

  private StopRequest() {}

  /**
   * What is left of a search that was stopped, in a sentence.
   *
   * @param tested whether its front was tested before
   * @param best what the front is of, as {@code circuits of 3 recipes}
   */
  public static String left(Path folder, boolean tested, String best) {
    return tested
        ? "Stopped. The front in %s was tested before and stays as it is".formatted(folder)
        : "Stopped. The best %s until now are in %s: front.json, and networks/ for emit"
            .formatted(best, folder);
  }

  /**
   * Whether a failure is that of a program which was ended by the same signal: it may be heard of a
   * little earlier than the signal itself.
   *
   * @param stop holds once the signal was heard of
   */
  public static boolean caused(RuntimeException failure, BooleanSupplier stop) {
    long end = System.nanoTime() + NANOS_TO_HEAR_OF_A_SIGNAL;
    boolean ended =
        failure instanceof ToolException tool
            && (tool.reason() == ToolException.Reason.CRASHED
                || tool.reason() == ToolException.Reason.INTERRUPTED);
    while (ended && !stop.getAsBoolean() && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    return stop.getAsBoolean();
  }
}
