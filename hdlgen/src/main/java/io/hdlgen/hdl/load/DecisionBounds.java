package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Decision;

/**
 * What the numbers that make scores may be.
 *
 * @param multipliers at least 1
 */
public record DecisionBounds(Range multipliers, Range offsets) {
  public DecisionBounds {
    if (multipliers.min().signum() <= 0) {
      throw new IllegalArgumentException("multipliers in " + multipliers + " are not positive");
    }
  }

  /**
   * The bounds that the numbers of a decision suggest: multipliers and offsets that are all 1 and 0
   * stay so; others may be anything in the least field that holds those of the decision.
   */
  public static DecisionBounds of(Decision decision) {
    Range multipliers = Range.of(1, 1);
    Range offsets = Range.of(0, 0);
    for (int k = 0; k < decision.multipliers().size(); k++) {
      long multiplier = decision.multipliers().get(k);
      long offset = decision.offsets().get(k);
      multipliers = multipliers.union(Range.of(multiplier, multiplier));
      offsets = offsets.union(Range.of(offset, offset));
    }
    Range most = Range.unsigned(multipliers.width());
    return new DecisionBounds(
        multipliers.isSingle() ? multipliers : new Range(multipliers.min(), most.max()),
        offsets.isSingle() ? offsets : LayerBounds.signed(offsets));
  }
}
