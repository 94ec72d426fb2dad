package io.hdlgen.hdl.estimate;

import java.util.Arrays;

/**
 * Priority cuts of a graph: for each gate the few sets of up to K nodes that it can be computed
 * from at the least area flow (Mishchenko et al., "Combinational and Sequential Mapping with
 * Priority Cuts", ICCAD 2007).
 */
final class Cuts {
  /** Cuts that are kept of a gate. */
  private static final int KEPT = 5;

  private final LogicGraph graph;
  private final int lutInputs;
  private final int[] references;

  /** {@code [nodes][KEPT]} leaves, in ascending order. */
  private final int[][][] leaves;

  private final double[] flow;
  private final double[] arrivals;
  private final double lutNs;

  private final int[][] candidates = new int[(KEPT + 1) * (KEPT + 1)][];
  private final double[] costs = new double[candidates.length];

  /**
   * @param references how many read each node
   * @param lutNs delay of a look-up table
   */
  Cuts(LogicGraph graph, int lutInputs, int[] references, double lutNs) {
    this.graph = graph;
    this.lutInputs = lutInputs;
    this.references = references;
    this.lutNs = lutNs;
    leaves = new int[graph.size()][][];
    flow = new double[graph.size()];
    arrivals = new double[graph.size()];
  }

  /** The leaves of the cut of a gate that takes the least area. */
  int[] best(int gate) {
    return leaves[gate][0];
  }

  /** When a node is known, in ns after the clock's edge, with the shortest way for each gate. */
  double arrival(int node) {
    return arrivals[node];
  }

  /** Sets the time of a node that is no gate. */
  void arrive(int node, double ns) {
    arrivals[node] = ns;
  }

  /** Finds the cuts of a gate; those of its operands are known. */
  void find(int gate) {
    int left = LogicGraph.node(graph.left(gate));
    int right = LogicGraph.node(graph.right(gate));
    int[][] lefts = cuts(left);
    int[][] rights = cuts(right);
    int count = 0;
    double earliest = Double.POSITIVE_INFINITY;
    for (int i = -1; i < lefts.length; i++) {
      for (int j = -1; j < rights.length; j++) {
        int[] cut =
            merge(i < 0 ? new int[] {left} : lefts[i], j < 0 ? new int[] {right} : rights[j]);
        if (cut != null && isNew(cut, count)) {
          candidates[count] = cut;
          costs[count++] = area(cut);
          earliest = Math.min(earliest, time(cut));
        }
      }
    }
    sort(count);
    leaves[gate] = Arrays.copyOf(candidates, Math.min(KEPT, count));
    flow[gate] = costs[0] / Math.max(1, references[gate]);
    arrivals[gate] = earliest + lutNs;
  }

  private int[][] cuts(int node) {
    return graph.isGate(node) ? leaves[node] : new int[0][];
  }

  private double area(int[] cut) {
    double area = 1;
    for (int leaf : cut) {
      area += flow[leaf];
    }
    return area;
  }

  private double time(int[] cut) {
    double time = 0;
    for (int leaf : cut) {
      time = Math.max(time, arrivals[leaf]);
    }
    return time;
  }

  /** Both sets as one, or null if that has too many nodes. */
  private int[] merge(int[] a, int[] b) {
    int[] merged = new int[lutInputs];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int next;
      if (j == b.length || i < a.length && a[i] < b[j]) {
        next = a[i++];
      } else {
        next = b[j++];
        if (i < a.length && a[i] == next) {
          i++;
        }
      }
      if (size == lutInputs) {
        return null;
      }
      merged[size++] = next;
    }
    return size == lutInputs ? merged : Arrays.copyOf(merged, size);
  }

  private boolean isNew(int[] cut, int count) {
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(candidates[i], cut)) {
        return false;
      }
    }
    return true;
  }

  /** By cost, then fewer leaves; insertion keeps the order of equals. */
  private void sort(int count) {
    for (int i = 1; i < count; i++) {
      int[] cut = candidates[i];
      double cost = costs[i];
      int place = i;
      while (place > 0
          && (costs[place - 1] > cost
              || costs[place - 1] == cost && candidates[place - 1].length > cut.length)) {
        candidates[place] = candidates[place - 1];
        costs[place] = costs[place - 1];
        place--;
      }
      candidates[place] = cut;
      costs[place] = cost;
    }
  }
}
