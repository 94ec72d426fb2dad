package io.hdlgen.hdl.estimate;

import java.util.Arrays;

/**
 * Logic of single bits: a graph of two-input AND and XOR gates in which no gate occurs twice and
 * none has a constant input. A <em>literal</em> is twice the number of a node, plus 1 if inverted;
 * gates come after what they read.
 *
 * <p>Structural hashing is that of and-inverter graphs (Kuehlmann et al., "Robust Boolean Reasoning
 * for Equivalence Checking and Functional Property Verification", IEEE TCAD 21(12), 2002), with XOR
 * kept as a gate of its own.
 */
final class LogicGraph {
  static final int FALSE = 0;
  static final int TRUE = 1;

  private static final int NO_GATE = -1;
  private static final int FIRST_SIZE = 1 << 12;

  /** First operand of a gate; {@link #NO_GATE} of a source. */
  private int[] left = new int[FIRST_SIZE];

  /** Second operand, complemented as a number for an XOR. */
  private int[] right = new int[FIRST_SIZE];

  private int[] table = new int[4 * FIRST_SIZE];
  private int size;

  LogicGraph() {
    source();
  }

  static int not(int literal) {
    return literal ^ 1;
  }

  static int[] not(int[] literals) {
    return Arrays.stream(literals).map(LogicGraph::not).toArray();
  }

  static int node(int literal) {
    return literal >> 1;
  }

  static boolean isInverted(int literal) {
    return (literal & 1) != 0;
  }

  static boolean isConstant(int literal) {
    return literal <= TRUE;
  }

  static int constant(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Nodes, the constant among them as node 0. */
  int size() {
    return size;
  }

  boolean isGate(int node) {
    return left[node] != NO_GATE;
  }

  /** Whether a gate is an XOR; else it is an AND. */
  boolean isXor(int node) {
    return right[node] < 0;
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node] < 0 ? ~right[node] : right[node];
  }

  /** A new value from outside of the graph. */
  int source() {
    return 2 * append(NO_GATE, 0);
  }

  int and(int a, int b) {
    if (a > b) {
      return and(b, a);
    }
    if (a == FALSE || a == not(b)) {
      return FALSE;
    }
    if (a == TRUE || a == b) {
      return b;
    }
    return 2 * gate(a, b);
  }

  int or(int a, int b) {
    return not(and(not(a), not(b)));
  }

  int xor(int a, int b) {
    if (a > b) {
      return xor(b, a);
    }
    int inverted = (a ^ b) & 1;
    int x = a & ~1;
    int y = b & ~1;
    if (x == y) {
      return inverted;
    }
    return (x == FALSE ? y : 2 * gate(x, ~y)) ^ inverted;
  }

  int mux(int select, int ifOne, int ifZero) {
    if (ifOne == ifZero) {
      return ifOne;
    }
    if (ifOne == not(ifZero)) {
      return xor(select, ifZero);
    }
    return or(and(select, ifOne), and(not(select), ifZero));
  }

  /** Whether at least two of three are 1. */
  int majority(int a, int b, int c) {
    return or(and(a, b), and(c, xor(a, b)));
  }

  private int gate(int a, int b) {
    int slot = slot(a, b);
    if (table[slot] != 0) {
      return table[slot];
    }
    if (2 * size > table.length) {
      grow();
      slot = slot(a, b);
    }
    table[slot] = append(a, b);
    return table[slot];
  }

  private int slot(int a, int b) {
    int mask = table.length - 1;
    int slot = (a * 0x9E3779B1 ^ b * 0x85EBCA77) >>> 7 & mask;
    while (table[slot] != 0 && (left[table[slot]] != a || right[table[slot]] != b)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int append(int a, int b) {
    if (size == left.length) {
      left = Arrays.copyOf(left, 2 * size);
      right = Arrays.copyOf(right, 2 * size);
    }
    left[size] = a;
    right[size] = b;
    return size++;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int node = 0; node < size; node++) {
      if (isGate(node)) {
        table[slot(left[node], right[node])] = node;
      }
    }
  }
}
