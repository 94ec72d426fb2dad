package io.hdlgen.hdl.estimate;

/** One of many words, chosen by an index: a tree of multiplexers. */
final class Selection {
  private final LogicGraph graph;
  private final int[] index;
  private final int width;

  /** The literal of a bit of a word. */
  interface Words {
    int literal(int word, int bit);
  }

  /**
   * @param index literals, lowest bit first
   * @param width of the words
   */
  Selection(LogicGraph graph, int[] index, int width) {
    this.graph = graph;
    this.index = index;
    this.width = width;
  }

  /** The chosen word; indices beyond the last one choose that. */
  int[] of(int count, Words words) {
    int[] chosen = new int[width];
    for (int bit = 0; bit < width; bit++) {
      chosen[bit] = select(words, bit, 0, index.length, count);
    }
    return chosen;
  }

  private int select(Words words, int bit, int first, int levels, int count) {
    if (levels == 0 || first + 1 >= count) {
      return words.literal(Math.min(first, count - 1), bit);
    }
    int low = select(words, bit, first, levels - 1, count);
    int high = select(words, bit, first + (1 << (levels - 1)), levels - 1, count);
    return graph.mux(index[levels - 1], high, low);
  }
}
