package io.hdlgen.hdl.folding;

/** Size of the parts of a folded design, for choosing among foldings; synthesis measures. */
public interface LayerCost {
  /** LUTs of a layer without its input queue, about. */
  long layerLuts(int layer, FoldedLayer folded);

  /**
   * LUTs of the input queue of a layer, about.
   *
   * @param wordElements elements in a word of the queue
   */
  long queueLuts(int layer, int inputs, int wordElements);
}
