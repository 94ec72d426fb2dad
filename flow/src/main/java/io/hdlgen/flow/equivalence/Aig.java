package io.hdlgen.flow.equivalence;

import java.util.Arrays;

/**
 * An and-inverter graph in which equal nodes are one. A literal is twice the number of a node, plus
 * 1 for its complement; node 0 is the constant 0. A node comes after those that it reads.
 */
final class Aig {
  static final int FALSE = 0;
  static final int TRUE = 1;

  /** In place of an operand of an input. */
  private static final int NONE = -1;

  private int[] left = new int[1 << 12];
  private int[] right = new int[1 << 12];
  private int size = 1;
  private int[] table = new int[1 << 13];

  Aig() {
    left[0] = NONE;
  }

  int size() {
    return size;
  }

  /** A fresh input. */
  int input() {
    return 2 * append(NONE, NONE);
  }

  boolean isInput(int node) {
    return node > 0 && left[node] == NONE;
  }

  boolean isAnd(int node) {
    return left[node] != NONE;
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node];
  }

  int and(int a, int b) {
    int x = Math.min(a, b);
    int y = Math.max(a, b);
    if (x == FALSE || x == (y ^ 1)) {
      return FALSE;
    }
    if (x == TRUE || x == y) {
      return y;
    }
    int place = find(x, y);
    if (table[place] == 0) {
      table[place] = append(x, y);
      int node = table[place];
      if (2 * size > table.length) {
        rehash();
      }
      return 2 * node;
    }
    return 2 * table[place];
  }

  int or(int a, int b) {
    return and(a ^ 1, b ^ 1) ^ 1;
  }

  int xor(int a, int b) {
    return or(and(a, b ^ 1), and(a ^ 1, b));
  }

  /** {@code select ? one : zero}. */
  int mux(int select, int one, int zero) {
    return one == zero ? one : or(and(select, one), and(select ^ 1, zero));
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

  private int find(int a, int b) {
    int mask = table.length - 1;
    int place = (a * 0x9E3779B1 ^ b * 0x85EBCA6B) >>> 7 & mask;
    while (table[place] != 0 && (left[table[place]] != a || right[table[place]] != b)) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int node = 1; node < size; node++) {
      if (left[node] != NONE) {
        table[find(left[node], right[node])] = node;
      }
    }
  }

  /**
   * Computes 64 cases at once.
   *
   * @param values one word a node; those of inputs are given
   */
  void evaluate(long[] values) {
    values[0] = 0;
    for (int node = 1; node < size; node++) {
      if (left[node] != NONE) {
        values[node] = word(values, left[node]) & word(values, right[node]);
      }
    }
  }

  /** The word of a literal. */
  static long word(long[] values, int literal) {
    return values[literal >>> 1] ^ -(literal & 1L);
  }
}
