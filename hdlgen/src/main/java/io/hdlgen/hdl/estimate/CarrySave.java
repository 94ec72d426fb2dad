package io.hdlgen.hdl.estimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A sum of many terms modulo {@code 2^width}: full adders take three bits of a column to one and a
 * carry until no column has more than two (Wallace, "A Suggestion for a Fast Multiplier", IEEE
 * Transactions on Electronic Computers EC-13(1), 1964), then one adder adds what is left.
 */
final class CarrySave {
  private final LogicGraph graph;
  private final List<Deque<Integer>> columns = new ArrayList<>();

  CarrySave(LogicGraph graph, int width) {
    this.graph = graph;
    for (int i = 0; i < width; i++) {
      columns.add(new ArrayDeque<>());
    }
  }

  /** Adds a bit of weight {@code 2^column}; beyond the width it is lost. */
  void add(int literal, int column) {
    if (column < columns.size() && literal != LogicGraph.FALSE) {
      columns.get(column).add(literal);
    }
  }

  /** Adds a two's complement or unsigned number times {@code 2^shift}, or takes it away. */
  void add(int[] bits, int shift, boolean signed, boolean negative) {
    int width = columns.size();
    for (int i = 0; i < bits.length; i++) {
      boolean sign = signed && i + 1 == bits.length;
      add(negative != sign ? LogicGraph.not(bits[i]) : bits[i], shift + i);
    }
    // -b = ~b - 1 for a bit b: what is inverted is made up for by a constant.
    for (int i = 0; i < bits.length; i++) {
      boolean sign = signed && i + 1 == bits.length;
      if (negative != sign) {
        for (int column = shift + i; column < width; column++) {
          add(LogicGraph.TRUE, column);
        }
      }
    }
  }

  /** The sum's bits, lowest first. */
  int[] sum(Adders adders) {
    int width = columns.size();
    int[] a = new int[width];
    int[] b = new int[width];
    foldConstants();
    for (int i = 0; i < width; i++) {
      Deque<Integer> column = columns.get(i);
      while (column.size() > 2) {
        int x = column.remove();
        int y = column.remove();
        int z = column.remove();
        add(graph.xor(graph.xor(x, y), z), i);
        add(graph.majority(x, y, z), i + 1);
      }
      a[i] = column.isEmpty() ? LogicGraph.FALSE : column.remove();
      b[i] = column.isEmpty() ? LogicGraph.FALSE : column.remove();
    }
    int[] sum = new int[width];
    System.arraycopy(adders.sum(a, b, LogicGraph.FALSE), 0, sum, 0, width);
    return sum;
  }

  /** Adds all constant bits up, so that a column has one at most. */
  private void foldConstants() {
    int carry = 0;
    for (Deque<Integer> column : columns) {
      int before = column.size();
      column.removeIf(literal -> literal == LogicGraph.TRUE);
      carry += before - column.size();
      if (carry % 2 == 1) {
        column.addFirst(LogicGraph.TRUE);
      }
      carry /= 2;
    }
  }
}
