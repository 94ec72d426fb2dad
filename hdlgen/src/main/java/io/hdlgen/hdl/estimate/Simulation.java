package io.hdlgen.hdl.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Which gates of a graph are probably the same function of its sources, because they agree on many
 * random inputs: a synthesizer's sweeping (Mishchenko et al., "FRAIGs: A Unifying Representation
 * for Logic Synthesis and Verification", ERL Technical Report, UC Berkeley, 2005) without its
 * proofs, which estimates can do without.
 */
final class Simulation {
  /** Memory that signatures may take, in words of 64 inputs. */
  private static final long MOST_WORDS = 1L << 21;

  private static final int MOST_WORDS_A_NODE = 64;

  private final LogicGraph graph;
  private final int words;
  private final long[] values;

  /** By node: the first literal of the same function. */
  private final int[] same;

  private record Signature(long[] words) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }

  Simulation(LogicGraph graph) {
    this.graph = graph;
    words = (int) Math.max(4, Math.min(MOST_WORDS_A_NODE, MOST_WORDS / graph.size()));
    values = new long[graph.size() * words];
    same = new int[graph.size()];
    SplittableRandom random = new SplittableRandom(1);
    Map<Signature, Integer> known = new HashMap<>();
    for (int node = 0; node < graph.size(); node++) {
      for (int w = 0; w < words; w++) {
        values[node * words + w] =
            node == 0 ? 0 : graph.isGate(node) ? gate(node, w) : input(random, w);
      }
      // Of a function and its inverse, the one that is 0 for the first input stands for both.
      int inverted = (int) (values[node * words] & 1);
      long[] signature = Arrays.copyOfRange(values, node * words, (node + 1) * words);
      if (inverted == 1) {
        Arrays.setAll(signature, w -> ~signature[w]);
      }
      Integer first = known.putIfAbsent(new Signature(signature), 2 * node | inverted);
      same[node] = first == null ? 2 * node : first ^ inverted;
    }
  }

  /** The first node of the same function, or of its inverse. */
  int representative(int node) {
    return LogicGraph.node(same[node]);
  }

  /**
   * Even in half of the words; else of a tendency that differs from source to source, so that sums
   * of many go farther from their mean.
   */
  private static long input(SplittableRandom random, int w) {
    long even = random.nextLong();
    if (w % 2 == 0) {
      return even;
    }
    return switch (random.nextInt(4)) {
      case 0 -> even & random.nextLong() & random.nextLong();
      case 1 -> even | random.nextLong() | random.nextLong();
      case 2 ->
          even & random.nextLong() & random.nextLong() & random.nextLong() & random.nextLong();
      default ->
          even | random.nextLong() | random.nextLong() | random.nextLong() | random.nextLong();
    };
  }

  private long gate(int node, int w) {
    long left = value(graph.left(node), w);
    long right = value(graph.right(node), w);
    return graph.isXor(node) ? left ^ right : left & right;
  }

  private long value(int literal, int w) {
    long value = values[LogicGraph.node(literal) * words + w];
    return LogicGraph.isInverted(literal) ? ~value : value;
  }
}
