package io.hdlgen.hdl.folding;

import java.util.ArrayList;
import java.util.List;

/** How many pipeline stages a layer has at a folding. */
public interface LayerDelay {
  /** Cycles from the issue of a slot to the write of its result, at least 1. */
  int cycles(int layer, FoldedLayer folded);

  /** The delays of all layers, as {@link CycleModel} takes them. */
  default List<Integer> all(FoldedShape shape) {
    List<Integer> delays = new ArrayList<>();
    for (int l = 0; l < shape.layers().size(); l++) {
      delays.add(cycles(l, shape.layers().get(l)));
    }
    return List.copyOf(delays);
  }
}
