package io.hdlgen.hdl.folding;

/**
 * A folding that was chosen.
 *
 * @param shape the foldings of all layers
 * @param luts what they take, about
 */
public record FoldingChoice(FoldedShape shape, long luts) {
  /** Cycles between inferences with queues that are deep enough. */
  public long interval() {
    return shape.busiestSlots();
  }
}
