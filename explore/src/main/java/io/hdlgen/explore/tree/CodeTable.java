package io.hdlgen.explore.tree;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.List;

/** Labelled rows of unsigned codes, column by column. Immutable. */
public final class CodeTable {
  private static final int MAX_BITS = 16;

  private final int[][] columns;
  private final int[] levels;
  private final int[] labels;
  private final int classes;

  private CodeTable(int[][] columns, int[] levels, int[] labels, int classes) {
    this.columns = columns;
    this.levels = levels;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * A table of codes.
   *
   * @param codes {@code [rows][features]}, each from 0 to {@code 2^bits - 1}; at least one row
   * @param bits one a feature, 1 to 16
   * @param labels one a row, from 0 to {@code classes - 1}
   * @throws IllegalArgumentException if one of them is not so
   */
  public static CodeTable of(long[][] codes, List<Integer> bits, int[] labels, int classes) {
    check(codes.length > 0 && codes.length == labels.length, codes.length + " rows of codes");
    int features = bits.size();
    int[] levels = new int[features];
    int[][] columns = new int[features][codes.length];
    for (int i = 0; i < features; i++) {
      check(bits.get(i) >= 1 && bits.get(i) <= MAX_BITS, bits.get(i) + " bits, not 1 to 16");
      levels[i] = 1 << bits.get(i);
    }
    for (int r = 0; r < codes.length; r++) {
      if (codes[r].length != features || labels[r] < 0 || labels[r] >= classes) {
        throw new IllegalArgumentException(
            "row %d: %d codes for %d features, class %d of %d"
                .formatted(r, codes[r].length, features, labels[r], classes));
      }
      for (int i = 0; i < features; i++) {
        if (codes[r][i] < 0 || codes[r][i] >= levels[i]) {
          throw new IllegalArgumentException(
              "row %d: code %d of feature %d".formatted(r, codes[r][i], i));
        }
        columns[i][r] = (int) codes[r][i];
      }
    }
    return new CodeTable(columns, levels, labels.clone(), classes);
  }

  /** The codes of samples. */
  public static CodeTable of(InputCoding coding, Samples samples) {
    return of(
        coding.encode(samples.features()),
        coding.features().stream().map(InputFeature::bits).toList(),
        samples.labels(),
        samples.classNames().size());
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  public int rows() {
    return labels.length;
  }

  public int features() {
    return columns.length;
  }

  public int classes() {
    return classes;
  }

  /** Number of codes of a feature. */
  public int codes(int feature) {
    return levels[feature];
  }

  public int code(int row, int feature) {
    return columns[feature][row];
  }

  public int label(int row) {
    return labels[row];
  }

  /** All rows, ascending. */
  public int[] allRows() {
    int[] rows = new int[labels.length];
    Arrays.setAll(rows, r -> r);
    return rows;
  }

  /** The codes of a feature, one a row: not to be written to. */
  int[] column(int feature) {
    return columns[feature];
  }

  /** The classes, one a row: not to be written to. */
  int[] labels() {
    return labels;
  }
}
