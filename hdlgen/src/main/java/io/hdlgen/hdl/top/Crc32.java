package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;

/**
 * CRC-32 of IEEE 802.3 over words of 32 bits, their lowest byte first: four bits a cycle by a table
 * of 16 entries (Sarwate, "Computation of Cyclic Redundancy Checks via Table Look-Up", CACM 1988).
 */
final class Crc32 {
  private static final long REVERSED_POLYNOMIAL = 0xedb8_8320L;
  private static final int STEPS = 8;
  private static final Range COUNT = Range.of(0, 15);

  private final ModuleBuilder builder;
  private final int data;
  private final int left;
  private final int crc;
  private final int busy;
  private final int first;

  Crc32(ModuleBuilder builder) {
    this.builder = builder;
    Range word = Range.unsigned(32);
    data = builder.feedback(role("data"), word, Register.ALWAYS, null);
    left = builder.feedback(role("left"), COUNT, Register.ALWAYS, BigInteger.ZERO);
    crc = builder.feedback(role("crc"), word, Register.ALWAYS, word.max());
    int zero = builder.constant(role("none"), 0);
    busy = builder.not(role("busy"), builder.compare(role("idle"), Comparison.EQUAL, left, zero));
    int steps = builder.constant(role("steps"), STEPS);
    first = builder.compare(role("first"), Comparison.EQUAL, left, steps);
  }

  /** 1 while a word is taken in. */
  int busy() {
    return busy;
  }

  /** 1 in the cycle after a word came; then {@link #data} shows it. */
  int first() {
    return first;
  }

  int data() {
    return data;
  }

  /** The checksum, while not busy. */
  int value() {
    return builder.not(role("value"), crc);
  }

  /**
   * Connects what comes.
   *
   * @param begin 1 where the next word is the first
   * @param take 1 where {@code word} comes; not while busy
   */
  void finish(int begin, int take, int word) {
    int differ = builder.append(new Node.Xor(role("mixed"), Range.unsigned(32), data, crc));
    int index = builder.slice(role("index"), differ, 0, Range.unsigned(4));
    int entry = builder.extend(builder.table(role("entry"), index, table()), 32);
    int shifted = shifted(crc);
    int step = builder.append(new Node.Xor(role("step"), Range.unsigned(32), shifted, entry));
    int kept = builder.mux(role("crc_kept"), busy, step, crc);
    int ones = builder.constant(role("ones"), builder.range(crc).max());
    builder.connect(crc, builder.mux(role("crc_next"), begin, ones, kept));
    builder.connect(data, builder.mux(role("data_next"), take, word, shifted(data)));

    int one = builder.constant(role("one"), 1);
    int zero = builder.constant(role("zero"), 0);
    int less = builder.subtract(role("less"), left, one);
    int fewer = builder.slice(role("less"), less, 0, COUNT);
    int rest = builder.mux(role("rest"), busy, fewer, zero, COUNT);
    int steps = builder.constant(role("all"), STEPS);
    builder.connect(left, builder.mux(role("left_next"), take, steps, rest, COUNT));
  }

  private int shifted(int node) {
    return builder.extend(builder.slice(role("high"), node, 4, Range.unsigned(28)), 32);
  }

  private static LongVector table() {
    long[] table = new long[16];
    for (int i = 0; i < table.length; i++) {
      long entry = i;
      for (int bit = 0; bit < 4; bit++) {
        entry = (entry & 1) != 0 ? entry >>> 1 ^ REVERSED_POLYNOMIAL : entry >>> 1;
      }
      table[i] = entry;
    }
    return LongVector.of(table);
  }

  private static Origin role(String name) {
    return Origin.of("crc_" + name);
  }
}
