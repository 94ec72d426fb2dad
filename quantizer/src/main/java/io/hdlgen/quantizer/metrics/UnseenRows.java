package io.hdlgen.quantizer.metrics;

import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Which test rows a classifier has not met in training: those whose features, all together, are not
 * those of any training row. Many tables hold the same row several times; a random split puts such
 * rows on both sides, and the accuracy on them says how well a classifier remembers, not how well
 * it generalizes. Takes time linear in the number of values.
 */
public final class UnseenRows {
  private final boolean[] unseen;
  private final int count;

  private UnseenRows(boolean[] unseen) {
    this.unseen = unseen;
    int found = 0;
    for (boolean isUnseen : unseen) {
      found += isUnseen ? 1 : 0;
    }
    count = found;
  }

  /**
   * Compares real values: rows are the same if all their numbers are, 0 and -0 included.
   *
   * @param training {@code [rows][features]}, no NaN
   * @param test {@code [rows][features]}, no NaN
   * @throws IllegalArgumentException if rows differ in length
   */
  public static UnseenRows ofValues(double[][] training, double[][] test) {
    return of(training, test, row -> row.length, RealRow::new);
  }

  /**
   * Compares the codes that the network takes: rows that it cannot tell apart are the same.
   *
   * @param training {@code [rows][features]}
   * @param test {@code [rows][features]}
   * @throws IllegalArgumentException if rows differ in length
   */
  public static UnseenRows ofCodes(long[][] training, long[][] test) {
    return of(training, test, row -> row.length, LongBuffer::wrap);
  }

  /**
   * The number of rows that differ from each other, as in {@link #ofValues}.
   *
   * @param rows {@code [rows][features]}, no NaN
   */
  public static int countDifferent(double[][] rows) {
    Set<RealRow> different = new HashSet<>();
    for (double[] row : rows) {
      different.add(new RealRow(row));
    }
    return different.size();
  }

  private static <R> UnseenRows of(
      R[] training, R[] test, Function<R, Integer> length, Function<R, Object> key) {
    Set<Object> seen = new HashSet<>();
    for (R row : training) {
      checkLength(length.apply(row), length.apply(training[0]));
      seen.add(key.apply(row));
    }
    boolean[] unseen = new boolean[test.length];
    for (int r = 0; r < test.length; r++) {
      checkLength(length.apply(test[r]), length.apply(training.length > 0 ? training[0] : test[0]));
      unseen[r] = !seen.contains(key.apply(test[r]));
    }
    return new UnseenRows(unseen);
  }

  private static void checkLength(int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "rows of %d and of %d features".formatted(expected, found));
    }
  }

  /** Number of test rows that do not occur among the training rows. */
  public int count() {
    return count;
  }

  /** Whether test row {@code row} does not occur among the training rows. */
  public boolean isUnseen(int row) {
    return unseen[row];
  }

  /**
   * Right answers among the unseen rows.
   *
   * @param predicted class indices, one a test row
   * @param actual class indices, one a test row
   */
  public Proportion accuracy(int[] predicted, int[] actual) {
    if (predicted.length != unseen.length || actual.length != unseen.length) {
      throw new IllegalArgumentException(
          "%d answers, %d labels, %d rows"
              .formatted(predicted.length, actual.length, unseen.length));
    }
    int right = 0;
    for (int r = 0; r < unseen.length; r++) {
      right += unseen[r] && predicted[r] == actual[r] ? 1 : 0;
    }
    return new Proportion(right, count);
  }
}
