package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * How the values of the last layer become integer scores and a class.
 *
 * <p>Score k is {@code multiplier[k] * value[k] + offset[k]}; multipliers are positive.
 */
public sealed interface Decision {

  /** {@code [outputs]}, each at least 1. */
  LongVector multipliers();

  /** {@code [outputs]}. */
  LongVector offsets();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(ArgMax argMax);

    R visit(Threshold threshold);

    R visit(Scores scores);
  }

  /**
   * The class is the index of the greatest score, the lowest such index on a tie; or, as an
   * approximation, the winner of a {@link Match tournament}.
   *
   * @param tournament empty, or one match less than there are scores, each score and each winner
   *     but the last in exactly one later match; the class is the winner of the last
   */
  record ArgMax(LongVector multipliers, LongVector offsets, List<Match> tournament)
      implements Decision {
    public ArgMax {
      checkAffine(multipliers, offsets);
      tournament = List.copyOf(tournament);
      Match.contradiction(tournament, multipliers.size())
          .ifPresent(
              found -> {
                throw new IllegalArgumentException(found);
              });
    }

    /** The exact one. */
    public ArgMax(LongVector multipliers, LongVector offsets) {
      this(multipliers, offsets, List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Two classes from one score: class 1 where {@code score >= threshold}, else class 0.
   *
   * @param multipliers one value
   * @param offsets one value
   */
  record Threshold(LongVector multipliers, LongVector offsets, long threshold) implements Decision {
    public Threshold {
      checkAffine(multipliers, offsets);
      if (multipliers.size() != 1) {
        throw new IllegalArgumentException(
            "a threshold decides on one score, not " + multipliers.size());
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** No class: the scores are the result. */
  record Scores(LongVector multipliers, LongVector offsets) implements Decision {
    public Scores {
      checkAffine(multipliers, offsets);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  private static void checkAffine(LongVector multipliers, LongVector offsets) {
    if (multipliers.size() == 0 || multipliers.size() != offsets.size()) {
      throw new IllegalArgumentException(
          multipliers.size() + " score multipliers and " + offsets.size() + " offsets");
    }
    for (int k = 0; k < multipliers.size(); k++) {
      if (multipliers.get(k) < 1) {
        throw new IllegalArgumentException(
            "score multiplier " + k + " is " + multipliers.get(k) + ", not positive");
      }
    }
  }
}
