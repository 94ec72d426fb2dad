package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts comparisons with ascending thresholds: each holds only where the ones before it do, so the
 * bits of the count are picked from them.
 */
public final class LevelCount {
  /** With more thresholds than these, a binary search takes fewer gates. */
  public static final int PARALLEL_LEVELS = 7;

  private final ModuleBuilder builder;
  private final Origin origin;
  private final List<Integer> reached;

  private LevelCount(ModuleBuilder builder, Origin origin, List<Integer> reached) {
    this.builder = builder;
    this.origin = origin;
    this.reached = reached;
  }

  /**
   * The node of the count.
   *
   * @param reached nodes of the comparisons, the lowest threshold first; at least one
   */
  public static int of(ModuleBuilder builder, Origin origin, List<Integer> reached) {
    int bits = Range.of(0, reached.size()).width();
    List<Integer> highestFirst = new LevelCount(builder, origin, reached).bits(bits);
    return code(builder, origin, highestFirst, reached.size());
  }

  /** Bits, the highest first, as a number of at most {@code most}. */
  static int code(ModuleBuilder builder, Origin origin, List<Integer> highestFirst, int most) {
    List<Integer> lowestFirst = new ArrayList<>(highestFirst);
    Collections.reverse(lowestFirst);
    return lowestFirst.size() == 1
        ? lowestFirst.get(0)
        : builder.concat(origin.as("act"), lowestFirst, Range.of(0, most));
  }

  private List<Integer> bits(int bits) {
    List<Integer> code = new ArrayList<>();
    for (int bit = bits - 1; bit >= 0; bit--) {
      code.add(pick(code, 0, bits, 1 << bit));
    }
    return code;
  }

  /** Comparison {@code prefix + offset}, the prefix being chosen by the bits that are known. */
  private int pick(List<Integer> known, int index, int bits, int level) {
    if (level > reached.size()) {
      return builder.constant(origin.as("never"), 0);
    }
    if (index == known.size()) {
      return reached.get(level - 1);
    }
    int weight = 1 << (bits - 1 - index);
    int ifZero = pick(known, index + 1, bits, level);
    int ifOne = pick(known, index + 1, bits, level + weight);
    return builder.mux(origin.as("level"), known.get(index), ifOne, ifZero);
  }
}
