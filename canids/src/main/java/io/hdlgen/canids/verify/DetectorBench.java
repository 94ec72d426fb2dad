package io.hdlgen.canids.verify;

import java.util.function.Supplier;

/** Something that frames can be brought to. */
@FunctionalInterface
public interface DetectorBench {
  /**
   * Resets it, waits, brings it frames, and reads its registers.
   *
   * @param wait cycles between the reset and the first frame
   * @param frames null after the last; may be asked on another thread
   * @param listener hears of all that it says
   */
  void run(int wait, Supplier<BusFrame> frames, DetectorEvent.Listener listener);
}
