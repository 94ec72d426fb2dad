package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * How the values of the last layer become a class: by integer scores, or, where the values are
 * bits, by a table, a diagram or gates over them.
 */
public sealed interface Decision {

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(ArgMax argMax);

    R visit(Threshold threshold);

    R visit(Scores scores);

    R visit(Table table);

    R visit(DecisionDiagram diagram);

    R visit(AndInverterGraph logic);
  }

  /** Score k is {@code multiplier[k] * value[k] + offset[k]}; multipliers are positive. */
  sealed interface OnScores extends Decision {
    /** {@code [outputs]}, each at least 1. */
    LongVector multipliers();

    /** {@code [outputs]}. */
    LongVector offsets();

    /** Number of classes; 0 if the scores are the result. */
    int classes();
  }

  /**
   * No scores: the values of the last layer are all 0 or 1, and the class follows from them. How
   * many classes there are, the network says; some may never come out.
   */
  sealed interface OnBits extends Decision permits Table, DecisionDiagram, AndInverterGraph {
    /**
     * The class at these values.
     *
     * @param values of the last layer, each 0 or 1
     */
    int classOf(long[] values);

    /** The greatest class index that is mentioned. */
    int greatestClass();
  }

  /** Number of scores; 0 of a decision on bits. */
  default int scores() {
    return this instanceof OnScores on ? on.multipliers().size() : 0;
  }

  /**
   * This decision, which makes scores.
   *
   * @throws IllegalArgumentException if it makes none; what users ask for is refused before
   */
  default OnScores onScores() {
    if (this instanceof OnScores on) {
      return on;
    }
    throw new IllegalArgumentException("a decision on bits has no scores");
  }

  /**
   * The class is the index of the greatest score, the lowest such index on a tie; or, as an
   * approximation, the winner of a {@link Match tournament}.
   *
   * @param tournament empty, or one match less than there are scores, each score and each winner
   *     but the last in exactly one later match; the class is the winner of the last
   */
  record ArgMax(LongVector multipliers, LongVector offsets, List<Match> tournament)
      implements OnScores {
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
    public int classes() {
      return multipliers.size();
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
  record Threshold(LongVector multipliers, LongVector offsets, long threshold) implements OnScores {
    public Threshold {
      checkAffine(multipliers, offsets);
      if (multipliers.size() != 1) {
        throw new IllegalArgumentException(
            "a threshold decides on one score, not " + multipliers.size());
      }
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** No class: the scores are the result. */
  record Scores(LongVector multipliers, LongVector offsets) implements OnScores {
    public Scores {
      checkAffine(multipliers, offsets);
    }

    @Override
    public int classes() {
      return 0;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The class by a table: {@code classes[sum over k of value[k] * 2^k]}. Which table is best for
   * given bits is one weighted histogram of the training rows.
   *
   * @param classes {@code [2^values]} class indices; 1 to {@link #MAX_VALUES} values
   */
  record Table(LongVector classes) implements OnBits {
    /** The most values of a table. */
    public static final int MAX_VALUES = 16;

    public Table {
      int size = classes.size();
      if (size < 2 || size > 1 << MAX_VALUES || Integer.bitCount(size) != 1) {
        throw new IllegalArgumentException(
            "a table of " + size + " classes, not 2^n of 1 to " + MAX_VALUES + " values");
      }
      for (int i = 0; i < size; i++) {
        ClassIndex.check(classes.get(i));
      }
    }

    /** Number of values that the table decides on. */
    public int values() {
      return Integer.numberOfTrailingZeros(classes.size());
    }

    @Override
    public int classOf(long[] values) {
      int index = 0;
      for (int k = 0; k < values.length; k++) {
        index |= (int) values[k] << k;
      }
      return (int) classes.get(index);
    }

    @Override
    public int greatestClass() {
      long greatest = 0;
      for (int i = 0; i < classes.size(); i++) {
        greatest = Math.max(greatest, classes.get(i));
      }
      return (int) greatest;
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
