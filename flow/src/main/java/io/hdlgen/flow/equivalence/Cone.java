package io.hdlgen.flow.equivalence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of a graph that some literals depend on, down to its inputs and to given cuts. */
final class Cone {
  private final Aig aig;
  private final List<Integer> inputs = new ArrayList<>();
  private final List<Integer> gates = new ArrayList<>();

  /**
   * @param cuts nodes that count as inputs
   */
  Cone(Aig aig, Collection<Integer> roots, BitSet cuts) {
    this.aig = aig;
    BitSet seen = new BitSet();
    seen.set(0);
    Deque<Integer> open = new ArrayDeque<>();
    roots.forEach(root -> open.push(root >>> 1));
    while (!open.isEmpty()) {
      int node = open.pop();
      if (seen.get(node)) {
        continue;
      }
      seen.set(node);
      if (!aig.isAnd(node) || cuts.get(node)) {
        inputs.add(node);
      } else {
        gates.add(node);
        open.push(aig.left(node) >>> 1);
        open.push(aig.right(node) >>> 1);
      }
    }
    inputs.sort(null);
    // The order of numbers is the order of evaluation.
    gates.sort(null);
  }

  /** Nodes. */
  List<Integer> inputs() {
    return inputs;
  }

  int gates() {
    return gates.size();
  }

  /** The graph with these outputs as a binary AIGER file, all inputs of the cone being its own. */
  byte[] aiger(List<Integer> outputs) {
    Map<Integer, Integer> places = new HashMap<>();
    places.put(0, 0);
    inputs.forEach(node -> places.put(node, places.size()));
    gates.forEach(node -> places.put(node, places.size()));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StringBuilder header = new StringBuilder();
    header
        .append("aig ")
        .append(inputs.size() + gates.size())
        .append(' ')
        .append(inputs.size())
        .append(" 0 ")
        .append(outputs.size())
        .append(' ')
        .append(gates.size())
        .append('\n');
    outputs.forEach(output -> header.append(place(places, output)).append('\n'));
    file.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
    for (int node : gates) {
      int a = place(places, aig.left(node));
      int b = place(places, aig.right(node));
      number(file, 2 * places.get(node) - Math.max(a, b));
      number(file, Math.max(a, b) - Math.min(a, b));
    }
    return file.toByteArray();
  }

  private static int place(Map<Integer, Integer> places, int literal) {
    return 2 * places.get(literal >>> 1) + (literal & 1);
  }

  private static void number(ByteArrayOutputStream file, int value) {
    int rest = value;
    while (rest >= 128) {
      file.write(rest & 127 | 128);
      rest >>>= 7;
    }
    file.write(rest);
  }

  /**
   * Computes 64 cases at once.
   *
   * @param values one word a node; those of the cone's inputs are given
   */
  void evaluate(long[] values) {
    values[0] = 0;
    for (int node : gates) {
      values[node] = Aig.word(values, aig.left(node)) & Aig.word(values, aig.right(node));
    }
  }
}
