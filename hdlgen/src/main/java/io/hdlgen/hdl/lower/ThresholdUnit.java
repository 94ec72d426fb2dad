package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Counts how many ascending thresholds a sum reaches.
 *
 * <p>Thresholds that lie a power of two apart are a shift. Of others, up to {@value
 * LevelCount#PARALLEL_LEVELS} thresholds are compared side by side, and the bits of the count
 * picked from the comparisons: 2^b - 1 comparators, two levels of logic. More are found by a binary
 * search, each step comparing with a constant that the bits so far select: b comparators one after
 * the other, which a pipeline can cut. A table holds {@code long}s, so sums beyond them are
 * compared side by side, too.
 */
final class ThresholdUnit {
  /** From this many evenly spaced thresholds on, a {@link RoundedShift} takes fewer gates. */
  static final int SHIFT_LEVELS = 4;

  private final ModuleBuilder builder;
  private final Origin origin;
  private final int sum;
  private final List<BigInteger> thresholds;

  /**
   * @param origin the neuron
   * @param sum the node that is compared
   * @param thresholds ascending, at least one; each is reached by some sums and not by others
   */
  ThresholdUnit(ModuleBuilder builder, Origin origin, int sum, List<BigInteger> thresholds) {
    this.builder = builder;
    this.origin = origin;
    this.sum = sum;
    this.thresholds = thresholds;
  }

  /** The node that counts the thresholds that are at most the sum. */
  int build() {
    Optional<RoundedShift> shift =
        thresholds.size() >= SHIFT_LEVELS ? RoundedShift.of(thresholds) : Optional.empty();
    if (shift.isPresent()) {
      return shift.get().build(builder, origin, sum);
    }
    int count = thresholds.size();
    return count <= LevelCount.PARALLEL_LEVELS || !fitTable()
        ? LevelCount.of(builder, origin, comparisons())
        : LevelCount.code(builder, origin, search(Range.of(0, count).width()), count);
  }

  private List<Integer> comparisons() {
    List<Integer> reached = new ArrayList<>();
    for (BigInteger threshold : thresholds) {
      int constant = builder.constant(origin.as("threshold"), threshold);
      reached.add(builder.compare(origin.as("ge"), Comparison.GREATER_EQUAL, sum, constant));
    }
    return reached;
  }

  /** Whether the thresholds of a search, the one that is never reached too, are longs. */
  private boolean fitTable() {
    return thresholds.get(0).bitLength() < Long.SIZE
        && builder.range(sum).max().add(BigInteger.ONE).bitLength() < Long.SIZE;
  }

  private List<Integer> search(int bits) {
    List<Integer> code = new ArrayList<>();
    for (int bit = bits - 1; bit >= 0; bit--) {
      int level = level(code, 1 << bit, bits);
      code.add(builder.compare(origin.as("ge"), Comparison.GREATER_EQUAL, sum, level));
    }
    return code;
  }

  /** The threshold that decides the next bit, selected by the bits so far. */
  private int level(List<Integer> code, int offset, int bits) {
    int count = 1 << code.size();
    long[] levels = new long[count];
    for (int prefix = 0; prefix < count; prefix++) {
      int position = (prefix << (bits - code.size())) + offset;
      levels[prefix] = threshold(position).longValueExact();
    }
    if (count == 1) {
      return builder.constant(origin.as("threshold"), levels[0]);
    }
    List<Integer> lowestFirst = new ArrayList<>(code);
    Collections.reverse(lowestFirst);
    int index =
        lowestFirst.size() == 1
            ? lowestFirst.get(0)
            : builder.concat(origin.as("prefix"), lowestFirst);
    return builder.table(origin.as("threshold"), index, LongVector.of(levels));
  }

  /** Threshold number {@code position}, from 1; beyond the last, one that is never reached. */
  private BigInteger threshold(int position) {
    return position <= thresholds.size()
        ? thresholds.get(position - 1)
        : builder.range(sum).max().add(BigInteger.ONE);
  }
}
