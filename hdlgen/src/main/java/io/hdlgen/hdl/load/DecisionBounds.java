package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Decision;
import java.util.Optional;

/**
 * What the numbers that make scores may be.
 *
 * @param multipliers at least 1
 * @param threshold what the threshold of a binary decision may be; empty where there is none, or
 *     where it is fixed because scores are results, too
 */
public record DecisionBounds(Range multipliers, Range offsets, Optional<Range> threshold) {
  public DecisionBounds {
    if (multipliers.min().signum() <= 0) {
      throw new IllegalArgumentException("multipliers in " + multipliers + " are not positive");
    }
  }

  /**
   * The bounds that the numbers of a decision suggest: multipliers and offsets that are all 1 and 0
   * stay so; others may be anything in the least field that holds those of the decision. A
   * threshold may be anything in the field that holds it and all scores.
   *
   * @param values of the last layer
   */
  static DecisionBounds of(Decision.OnScores decision, Range values) {
    Range multipliers = Range.of(1, 1);
    Range offsets = Range.of(0, 0);
    for (int k = 0; k < decision.multipliers().size(); k++) {
      long multiplier = decision.multipliers().get(k);
      long offset = decision.offsets().get(k);
      multipliers = multipliers.union(Range.of(multiplier, multiplier));
      offsets = offsets.union(Range.of(offset, offset));
    }
    Range most = Range.unsigned(multipliers.width());
    multipliers = multipliers.isSingle() ? multipliers : new Range(multipliers.min(), most.max());
    offsets = offsets.isSingle() ? offsets : LayerBounds.signed(offsets);
    Optional<Range> threshold = Optional.empty();
    if (decision instanceof Decision.Threshold binary) {
      Range built = Range.of(binary.threshold(), binary.threshold());
      Range scores = values.times(multipliers).plus(offsets);
      threshold = Optional.of(LayerBounds.signed(scores.union(built)));
    }
    return new DecisionBounds(multipliers, offsets, threshold);
  }

  /** The same with a threshold that is not loaded. */
  DecisionBounds withFixedThreshold() {
    return new DecisionBounds(multipliers, offsets, Optional.empty());
  }
}
