package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Counts thresholds that lie {@code 2^shift} apart by dropping bits of the sum: what quantizers
 * whose scales are powers of two come to. Where ties are rounded to even, every other threshold
 * lies one higher; that is undone by subtracting, before the shift, the lowest bit that stays (or
 * its inverse).
 *
 * @param shift the bits that are dropped
 * @param base the sum at which the quotient becomes 1
 * @param tie which thresholds lie one above the quotient's steps
 * @param levels the highest count
 */
record RoundedShift(int shift, BigInteger base, Tie tie, int levels) {

  /** The counts whose threshold lies one higher. */
  enum Tie {
    NONE,
    ODD,
    EVEN
  }

  /** The form of these ascending thresholds, if they have one. */
  static Optional<RoundedShift> of(List<BigInteger> thresholds) {
    if (thresholds.size() < 3) {
      return Optional.empty();
    }
    BigInteger two = thresholds.get(2).subtract(thresholds.get(0));
    if (two.signum() <= 0 || two.bitCount() != 1 || two.testBit(0)) {
      return Optional.empty();
    }
    int shift = two.getLowestSetBit() - 1;
    BigInteger one = thresholds.get(1).subtract(thresholds.get(0));
    int late = BigInteger.ONE.shiftLeft(shift).subtract(one).intValue();
    Tie tie;
    switch (late) {
      case 0 -> tie = Tie.NONE;
      case 1 -> tie = Tie.ODD;
      case -1 -> tie = Tie.EVEN;
      default -> {
        return Optional.empty();
      }
    }
    BigInteger first = thresholds.get(0);
    BigInteger base = tie == Tie.ODD ? first.subtract(BigInteger.ONE) : first;
    RoundedShift form = new RoundedShift(shift, base, tie, thresholds.size());
    for (int count = 1; count <= thresholds.size(); count++) {
      if (!form.threshold(count).equals(thresholds.get(count - 1))) {
        return Optional.empty();
      }
    }
    return Optional.of(form);
  }

  /** The lowest sum that gives at least {@code count}, from 1. */
  private BigInteger threshold(int count) {
    BigInteger step = base.add(BigInteger.valueOf(count - 1L).shiftLeft(shift));
    boolean later = tie != Tie.NONE && (count % 2 == 1) == (tie == Tie.ODD);
    return later ? step.add(BigInteger.ONE) : step;
  }

  /** The node that counts the thresholds that {@code sum} reaches. */
  int build(ModuleBuilder builder, Origin origin, int sum) {
    BigInteger offset = BigInteger.ONE.shiftLeft(shift).subtract(base);
    int moved = SumTree.affine(builder, origin.as("moved"), sum, BigInteger.ONE, offset);
    int rounded = rounded(builder, origin, moved);
    Range range = builder.range(rounded);
    BigInteger highest = range.max().shiftRight(shift);
    Range field = Range.unsigned(Math.max(1, highest.bitLength()));
    int count = builder.slice(origin.as("quotient"), rounded, shift, field);
    BigInteger top = BigInteger.valueOf(levels);
    if (highest.compareTo(top) > 0) {
      int limit = builder.constant(origin.as("limit"), top);
      int beyond = builder.compare(origin.as("beyond"), Comparison.LESS, limit, count);
      int kept = builder.slice(origin.as("kept"), count, 0, Range.unsigned(top.bitLength()));
      count = builder.mux(origin.as("saturated"), beyond, limit, kept);
    }
    if (range.isSigned()) {
      int zero = builder.constant(origin.as("zero"), 0);
      int negative = builder.compare(origin.as("negative"), Comparison.LESS, rounded, zero);
      Range wide = Range.unsigned(builder.node(count).width());
      count = builder.mux(origin.as("clipped"), negative, zero, count, wide);
    }
    return builder.slice(origin.as("act"), count, 0, Range.of(0, levels));
  }

  private int rounded(ModuleBuilder builder, Origin origin, int moved) {
    if (tie == Tie.NONE) {
      return moved;
    }
    int field = builder.extend(moved, Math.max(builder.node(moved).width(), shift + 1));
    int lowest = builder.slice(origin.as("lowest"), field, shift, Range.BIT);
    int late = tie == Tie.ODD ? lowest : builder.not(origin.as("lowest"), lowest);
    return builder.subtract(origin.as("rounded"), moved, late);
  }
}
