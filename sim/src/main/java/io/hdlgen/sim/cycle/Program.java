package io.hdlgen.sim.cycle;

/**
 * A flattened design as dense arrays. Words lie in one array in the order constants, inputs,
 * registers, memories, computed words; word {@code firstComputed + i} is computed by entry i of the
 * operand arrays. Computed words are sorted by depth and then by operation, so that each {@link
 * Run} is one tight loop.
 *
 * <p>Registers are sorted by enable; {@link Group} has those of one enable. A memory is as many
 * words as it is deep; what is wider than a word lies in several memories.
 */
record Program(
    long[] initial,
    int firstComputed,
    Run[] runs,
    int[] a,
    int[] b,
    int[] c,
    long[][] tables,
    Pieces pieces,
    int firstRegister,
    int[] next,
    Group[] groups,
    int[] resetPlaces,
    long[] resetValues,
    Memory[] memories) {

  /** Entries {@code from .. to - 1} are of one operation. */
  record Run(Operation operation, int from, int to) {}

  /** Registers {@code from .. to - 1} share an enable; {@code -1} for always. */
  record Group(int enable, int from, int to) {}

  /** A memory of {@code depth} words from {@code first} on, and the places of what is written. */
  record Memory(int first, int depth, int enable, int address, int data) {
    /** Whether an address is one of a word. */
    boolean contains(long place) {
      return place >= 0 && place < depth;
    }
  }

  /** Parts of words: {@code ((source << left) >>> right) << place}. */
  record Pieces(int[] source, byte[] left, byte[] right, byte[] place) {}

  /** Computes all words; the operands of each lie in earlier runs. */
  void evaluate(long[] v) {
    for (Run run : runs) {
      int from = run.from;
      int to = run.to;
      switch (run.operation) {
        case ADD_SIGNED -> addSigned(v, from, to);
        case ADD_UNSIGNED -> addUnsigned(v, from, to);
        case SUBTRACT_SIGNED -> subtractSigned(v, from, to);
        case SUBTRACT_UNSIGNED -> subtractUnsigned(v, from, to);
        case MULTIPLY_SIGNED -> multiplySigned(v, from, to);
        case MULTIPLY_UNSIGNED -> multiplyUnsigned(v, from, to);
        case BITS_SIGNED -> bitsSigned(v, from, to);
        case BITS_UNSIGNED -> bitsUnsigned(v, from, to);
        case AND -> and(v, from, to);
        case OR -> or(v, from, to);
        case XOR -> xor(v, from, to);
        case MUX -> mux(v, from, to);
        case EQUAL -> equal(v, from, to);
        case LESS -> less(v, from, to);
        case GREATER_EQUAL -> greaterEqual(v, from, to);
        case LESS_UNSIGNED -> lessUnsigned(v, from, to);
        case TABLE -> table(v, from, to);
        case READ -> read(v, from, to);
        case GATHER -> gather(v, from, to);
      }
    }
  }

  /** Moves registers and memories over one rising edge; {@code scratch} has one word a register. */
  void clock(long[] v, long[] scratch, boolean reset) {
    for (Group group : groups) {
      int length = group.to - group.from;
      if (group.enable >= 0 && v[group.enable] == 0) {
        System.arraycopy(v, firstRegister + group.from, scratch, group.from, length);
      } else {
        for (int i = group.from; i < group.to; i++) {
          scratch[i] = v[next[i]];
        }
      }
    }
    for (Memory memory : memories) {
      if (v[memory.enable] != 0 && memory.contains(v[memory.address])) {
        v[memory.first + (int) v[memory.address]] = v[memory.data];
      }
    }
    System.arraycopy(scratch, 0, v, firstRegister, next.length);
    if (reset) {
      for (int i = 0; i < resetPlaces.length; i++) {
        v[resetPlaces[i]] = resetValues[i];
      }
    }
  }

  private void addSigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] + v[b[i]]) << c[i] >> c[i];
    }
  }

  private void addUnsigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] + v[b[i]]) << c[i] >>> c[i];
    }
  }

  private void subtractSigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] - v[b[i]]) << c[i] >> c[i];
    }
  }

  private void subtractUnsigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] - v[b[i]]) << c[i] >>> c[i];
    }
  }

  private void multiplySigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] * v[b[i]]) << c[i] >> c[i];
    }
  }

  private void multiplyUnsigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = (v[a[i]] * v[b[i]]) << c[i] >>> c[i];
    }
  }

  private void bitsSigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] << b[i] >> c[i];
    }
  }

  private void bitsUnsigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] << b[i] >>> c[i];
    }
  }

  private void and(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] & v[b[i]];
    }
  }

  private void or(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] | v[b[i]];
    }
  }

  private void xor(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] ^ v[b[i]];
    }
  }

  private void mux(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] != 0 ? v[b[i]] : v[c[i]];
    }
  }

  private void equal(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] == v[b[i]] ? 1 : 0;
    }
  }

  private void less(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] < v[b[i]] ? 1 : 0;
    }
  }

  private void greaterEqual(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = v[a[i]] >= v[b[i]] ? 1 : 0;
    }
  }

  private void lessUnsigned(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      v[firstComputed + i] = Long.compareUnsigned(v[a[i]], v[b[i]]) < 0 ? 1 : 0;
    }
  }

  /** An index beyond the last entry (only registers not yet loaded give one) reads the last. */
  private void table(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      long[] table = tables[b[i]];
      long index = v[a[i]];
      v[firstComputed + i] =
          table[index >= 0 && index < table.length ? (int) index : table.length - 1];
    }
  }

  /** An address beyond the last word gives 0. */
  private void read(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      Memory memory = memories[b[i]];
      long address = v[a[i]];
      v[firstComputed + i] = memory.contains(address) ? v[memory.first + (int) address] : 0;
    }
  }

  private void gather(long[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      long word = 0;
      for (int k = b[i]; k < c[i]; k++) {
        word |= v[pieces.source[k]] << pieces.left[k] >>> pieces.right[k] << pieces.place[k];
      }
      v[firstComputed + i] = word;
    }
  }
}
