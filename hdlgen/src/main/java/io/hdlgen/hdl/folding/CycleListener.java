package io.hdlgen.hdl.folding;

/**
 * Hears of everything that happens, with its cycle. Cycles of one kind of event at one place
 * ascend; between places there is no order. Cycle 0 is the first in which the input is accepted.
 */
public interface CycleListener {
  /** Hears nothing. */
  CycleListener NONE = new CycleListener() {};

  /**
   * A layer issues slots in consecutive cycles.
   *
   * @param inference number of the inference, from 0
   * @param first cycle of the first of them
   * @param slots how many
   */
  default void issued(int layer, long inference, long first, long slots) {}

  /**
   * A word is written into a queue; into queue 0 that is the cycle in which a beat is accepted. The
   * queue after the last layer's is the output queue.
   *
   * @param word number of the word, counted over all inferences
   */
  default void written(int queue, long word, long cycle) {}

  /** The first cycle with {@code m_axis_tvalid} for a result, in which it is also taken. */
  default void result(long inference, long cycle) {}
}
