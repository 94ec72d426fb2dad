package io.hdlgen.hdl.estimate;

/**
 * Adders of gates, with the carries of Brent and Kung ("A Regular Layout for Parallel Adders", IEEE
 * Transactions on Computers C-31(3), 1982), as Yosys makes them.
 */
final class PrefixAdders implements Adders {
  private final LogicGraph graph;

  PrefixAdders(LogicGraph graph) {
    this.graph = graph;
  }

  @Override
  public int[] sum(int[] a, int[] b, int carryIn) {
    int width = a.length;
    int[] half = new int[width];
    int[] generate = new int[width];
    for (int i = 0; i < width; i++) {
      half[i] = graph.xor(a[i], b[i]);
      generate[i] = graph.and(a[i], b[i]);
    }
    int[] propagate = half.clone();
    generate[0] = graph.or(generate[0], graph.and(propagate[0], carryIn));
    int top = Integer.highestOneBit(Math.max(1, 2 * width - 1));
    for (int step = 2; step <= top; step *= 2) {
      combine(generate, propagate, step - 1, step);
    }
    for (int step = top; step > 1; step /= 2) {
      combine(generate, propagate, step + step / 2 - 1, step);
    }
    int[] sum = new int[width + 1];
    for (int i = 0; i < width; i++) {
      sum[i] = graph.xor(half[i], i == 0 ? carryIn : generate[i - 1]);
    }
    sum[width] = generate[width - 1];
    return sum;
  }

  @Override
  public int less(int[] a, int[] b, boolean signed) {
    return LogicGraph.not(atLeast(a, b, signed));
  }

  /** The carry out of {@code a - b}, with turned signs. */
  @Override
  public int atLeast(int[] a, int[] b, boolean signed) {
    int top = a.length - 1;
    int[] left = a.clone();
    int[] right = LogicGraph.not(b);
    if (signed) {
      left[top] = LogicGraph.not(left[top]);
      right[top] = LogicGraph.not(right[top]);
    }
    return sum(left, right, LogicGraph.TRUE)[top + 1];
  }

  private void combine(int[] generate, int[] propagate, int first, int step) {
    for (int j = first; j < generate.length; j += step) {
      int lower = j - step / 2;
      generate[j] = graph.or(generate[j], graph.and(propagate[j], generate[lower]));
      propagate[j] = graph.and(propagate[j], propagate[lower]);
    }
  }
}
