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
  private final Fabric fabric;
  private final List<Chain> chains = new ArrayList<>();
  private final Map<List<Integer>, int[]> known = new HashMap<>();

  /**
   * A chain.
   *
   * @param a literals that it takes, lowest bit first: a number, or what {@link Fabric#propagated}
   *     says
   * @param b as many: the other number
   * @param outputs nodes: the sum's bits, then the carry out
   */
  record Chain(int[] a, int[] b, int[] outputs) {}

  CarryChains(LogicGraph graph, Fabric fabric) {
    this.graph = graph;
    this.gates = new PrefixAdders(graph);
    this.fabric = fabric;
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
    // Where one operand is the inverse of the carry, the other one is the next carry.
    if (low < width
        && LogicGraph.isConstant(carry)
        && (LogicGraph.isConstant(a[low]) || LogicGraph.isConstant(b[low]))) {
      carry = LogicGraph.isConstant(a[low]) ? b[low] : a[low];
      sum[low++] = LogicGraph.not(carry);
    }
    int[] x = Arrays.copyOfRange(a, low, width);
    int[] y = Arrays.copyOfRange(b, low, width);
    int[] rest =
        x.length == 0
            ? new int[] {carry}
            : x.length < fabric.fewestCarryBits() ? gates.sum(x, y, carry) : chain(x, y, carry);
    System.arraycopy(rest, 0, sum, low, rest.length);
    return sum;
  }

  @Override
  public int less(int[] a, int[] b, boolean signed) {
    return LogicGraph.not(atLeast(a, b, signed));
  }

  /**
   * As Yosys ({@code alumacc}) makes it: {@code a - b}, or as often {@code b - a}, with a test for
   * equality beside it, which it does not find to be superfluous.
   */
  @Override
  public int atLeast(int[] a, int[] b, boolean signed) {
    if (isConstant(b) && a.length <= fabric.lutInputs() || a.length < fabric.fewestCarryBits()) {
      return gates.atLeast(a, b, signed);
    }
    if (isConstant(b) && signed && Arrays.stream(b).allMatch(bit -> bit == LogicGraph.FALSE)) {
      return LogicGraph.not(a[a.length - 1]);
    }
    int equal = LogicGraph.TRUE;
    for (int i = 0; i < a.length; i++) {
      equal = graph.and(equal, LogicGraph.not(graph.xor(a[i], b[i])));
    }
    return (Arrays.hashCode(a) + Arrays.hashCode(b)) % 2 == 0
        ? graph.or(LogicGraph.not(lessByChain(a, b, signed)), equal)
        : graph.or(lessByChain(b, a, signed), equal);
  }

  /** Whether {@code a < b}: no carry, or a sign that is wrong if there was an overflow. */
  private int lessByChain(int[] a, int[] b, boolean signed) {
    int top = a.length - 1;
    int[] difference = sum(a, LogicGraph.not(b), LogicGraph.TRUE);
    if (!signed) {
      return LogicGraph.not(difference[top + 1]);
    }
    int before = graph.xor(difference[top], graph.xor(a[top], LogicGraph.not(b[top])));
    return graph.xor(graph.xor(before, difference[top + 1]), difference[top]);
  }

  private static boolean isConstant(int[] literals) {
    return Arrays.stream(literals).allMatch(LogicGraph::isConstant);
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
    int[] first = a.clone();
    if (fabric.propagated()) {
      Arrays.setAll(first, i -> graph.xor(a[i], b[i]));
    }
    Arrays.setAll(literals, i -> graph.source());
    chains.add(new Chain(first, b, Arrays.stream(literals).map(LogicGraph::node).toArray()));
    return literals;
  }
}
