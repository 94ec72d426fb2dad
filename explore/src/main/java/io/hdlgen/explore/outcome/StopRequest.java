package io.hdlgen.explore.outcome;

import io.hdlgen.sim.tool.ToolException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells failures that a signal has caused from others. */
public final class StopRequest {
  private static final long NANOS_TO_HEAR_OF_A_SIGNAL = TimeUnit.MILLISECONDS.toNanos(500);

  private StopRequest() {}

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
