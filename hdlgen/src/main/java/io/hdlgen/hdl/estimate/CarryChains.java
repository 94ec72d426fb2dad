package io.hdlgen.hdl.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adders on the carry chains of an FPGA; short ones are gates. */
final class CarryChains implements Adders {
  private final LogicGraph graph;
  private final Adders gates;
  private final int fewestBits;
  private final List<Chain> chains = new ArrayList<>();
  private final Map<List<Integer>, int[]> known = new HashMap<>();

  /**
   * A chain.
   *
   * @param a literals that it adds, lowest bit first
   * @param b as many
   * @param outputs nodes: the sum's bits, then the carry out
   */
  record Chain(int[] a, int[] b, int[] outputs) {}

  CarryChains(LogicGraph graph, int fewestBits) {
    this.graph = graph;
    this.gates = new PrefixAdders(graph);
    this.fewestBits = fewestBits;
  }

  /** The chains, each after those that its operands need. */
  List<Chain> chains() {
    return chains;
  }

  @Override
  public int[] sum(int[] a, int[] b, int carryIn) {
    int width = a.length;
    int[] sum = new int[width + 1];
    int low = 0;
    int carry = carryIn;
    // Where one operand is the carry, the sum is the other one.
    while (low < width && LogicGraph.isConstant(carry) && (a[low] == carry || b[low] == carry)) {
      sum[low] = a[low] == carry ? b[low] : a[low];
      low++;
    }
    int[] x = Arrays.copyOfRange(a, low, width);
    int[] y = Arrays.copyOfRange(b, low, width);
    int[] rest =
        x.length == 0
            ? new int[] {carry}
            : x.length < fewestBits ? gates.sum(x, y, carry) : chain(x, y, carry);
    System.arraycopy(rest, 0, sum, low, rest.length);
    return sum;
  }

  private int[] chain(int[] a, int[] b, int carry) {
    List<Integer> key = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      key.add(Math.min(a[i], b[i]));
      key.add(Math.max(a[i], b[i]));
    }
    key.add(carry);
    return known.computeIfAbsent(key, unused -> newChain(a, b));
  }

  private int[] newChain(int[] a, int[] b) {
    int[] literals = new int[a.length + 1];
    Arrays.setAll(literals, i -> graph.source());
    chains.add(new Chain(a, b, Arrays.stream(literals).map(LogicGraph::node).toArray()));
    return literals;
  }
}
