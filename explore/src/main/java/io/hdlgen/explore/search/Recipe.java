package io.hdlgen.explore.search;

import java.util.Locale;

/**
 * How a circuit is made of rows: a decision tree grows, becomes a circuit, and is annealed.
 *
 * @param bits of the grid on which levels lie, 1 to 8
 * @param leaves of the tree
 * @param balance share of the error that counts each class alike, in the tree and in annealing
 * @param errorMm2 worth of the whole error in square millimetres
 * @param powerMm2 worth of a milliwatt in square millimetres
 * @param noise standard deviation, in steps of the grid, of what is added to each value of the rows
 *     to learn from, of which there are then several copies; 0 is the rows as they are
 * @param trim share of the rows that lie beyond either end of a feature's range
 */
public record Recipe(
    int bits,
    int leaves,
    double balance,
    double errorMm2,
    double powerMm2,
    double noise,
    double trim) {
  /** For people, and as a key. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d-bit levels, tree of %d leaves, balance %.2f, error %.0f mm2, power %.2f mm2/mW, noise %.2f, trim %.3f",
        bits,
        leaves,
        balance,
        errorMm2,
        powerMm2,
        noise,
        trim);
  }
}
