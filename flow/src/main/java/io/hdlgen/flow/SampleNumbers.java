package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells of features that seem to number the samples: what is learnt from them holds for no other.
 */
final class SampleNumbers {
  /** Fewer integers are different by chance. */
  private static final int MIN_ROWS = 20;

  /** The share of rows that must rise above the row before. */
  private static final double RISING = 0.99;

  /** The share of rows whose numbers of many digits must be different: samples may come again. */
  private static final double DIFFERENT = 0.9;

  /** So many times the rows: the range that numbers lie in of which a part was taken. */
  private static final int DENSE = 2;

  /** The least number of six digits. */
  private static final double LONG_NUMBER = 100_000;

  private SampleNumbers() {}

  /**
   * A note for each such feature.
   *
   * @param fixed whether a model chooses the features, so that none can be left out
   */
  static List<String> notes(Dataset data, boolean fixed) {
    List<String> notes = new ArrayList<>();
    for (int feature : features(data)) {
      boolean all = different(sorted(data.rows(), feature)) == data.rows().length;
      String column = data.columnText(feature);
      String name = column.matches("\\d+") ? "Column " + column : column;
      notes.add(
          name
              + (all ? " is different in every row" : " is different in nearly every row")
              + ": a number of the sample? "
              + (fixed
                  ? "A model that was made without it would not lean on it"
                  : "--ignore " + column + " leaves it out"));
    }
    return notes;
  }

  /** The features that seem to be such numbers. */
  static List<Integer> features(Dataset data) {
    return IntStream.range(0, data.features())
        .filter(feature -> numbersRows(data.rows(), feature))
        .boxed()
        .toList();
  }

  /**
   * Whether all values are integers that hardly ever repeat and that rise with the rows, fill a
   * range as numbers in another order do, or mostly have six digits and more.
   */
  private static boolean numbersRows(double[][] rows, int feature) {
    if (rows.length < MIN_ROWS) {
      return false;
    }
    int rises = 1;
    for (int r = 0; r < rows.length; r++) {
      double value = rows[r][feature];
      if (value != Math.rint(value)) {
        return false;
      }
      rises += r > 0 && value > rows[r - 1][feature] ? 1 : 0;
    }
    double[] sorted = sorted(rows, feature);
    int different = different(sorted);
    if (rises >= RISING * rows.length && different >= RISING * rows.length) {
      return true;
    }
    double range = sorted[sorted.length - 1] - sorted[0];
    boolean dense = range < (double) DENSE * rows.length;
    boolean manyDigits = sorted[0] >= 0 && sorted[sorted.length / 2] >= LONG_NUMBER;
    return (dense && different == rows.length)
        || (manyDigits && different >= DIFFERENT * rows.length);
  }

  private static double[] sorted(double[][] rows, int feature) {
    return Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
  }

  private static int different(double[] sorted) {
    int different = 1;
    for (int r = 1; r < sorted.length; r++) {
      different += sorted[r] != sorted[r - 1] ? 1 : 0;
    }
    return different;
  }
}
