package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * An array as rows of numbers. The same bytes can be features or labels: only features are scaled.
 *
 * @param source what messages call it
 * @param shape as in the file; the first is the number of rows
 * @param rows {@code [rows][product of the other dimensions]}, the values as they are in the file
 * @param unsignedBytes whether they are unsigned bytes there
 */
record NumericTable(String source, List<Integer> shape, double[][] rows, boolean unsignedBytes) {
  /** What unsigned bytes are divided by where they are features. */
  private static final double BYTE_MAX = 255;

  /**
   * A table without names; its labels, if they are asked for, are one of its columns. It takes over
   * the rows of {@code table}, which is of no use afterwards.
   */
  static Dataset dataset(NumericTable table, ReadOptions options) {
    if (options.label().isEmpty()) {
      return new Dataset(table.source, List.of(), table.features(), List.of());
    }
    table.check();
    int columns = table.rows[0].length;
    String label = options.label().orElseThrow();
    int column =
        ColumnPosition.of(label, columns)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        table.source,
                        "no column \"" + label + "\"",
                        "a position from 0 to "
                            + (columns - 1)
                            + ", as the columns have no names"));
    if (columns == 1) {
      throw new InvalidInputException(
          table.source, "labels and no features", "at least one other column");
    }
    double[][] features = new double[table.rows.length][columns - 1];
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < features.length; r++) {
      double[] row = table.rows[r];
      System.arraycopy(row, 0, features[r], 0, column);
      System.arraycopy(row, column + 1, features[r], column, columns - 1 - column);
      labels.add(table.label(r, row[column]));
    }
    return new Dataset(table.source, List.of(), table.scaled(features), labels);
  }

  /**
   * The rows as features, in place: this table is of no use afterwards.
   *
   * @throws InvalidInputException if it cannot be one of features
   */
  double[][] features() {
    check();
    return scaled(rows);
  }

  private double[][] scaled(double[][] features) {
    if (unsignedBytes) {
      for (double[] row : features) {
        for (int c = 0; c < row.length; c++) {
          row[c] /= BYTE_MAX;
        }
      }
    }
    return features;
  }

  private void check() {
    if (shape.size() < 2) {
      throw new InvalidInputException(
          source,
          "an array of shape " + shape,
          "at least two dimensions: samples, and features of each");
    }
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        if (!Double.isFinite(rows[r][c])) {
          throw new InvalidInputException(
              source + " row " + r + ", column " + c, "" + rows[r][c], "a finite number");
        }
      }
    }
  }

  /** The values as labels, as they are in the file: integers without a fraction. */
  List<String> labels() {
    if (shape.size() != 1 && rows[0].length != 1) {
      throw notLabels(source, shape);
    }
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      labels.add(label(r, rows[r][0]));
    }
    return labels;
  }

  /** What is thrown where labels are an array of another shape. */
  static InvalidInputException notLabels(String source, List<Integer> shape) {
    return new InvalidInputException(
        source, "an array of shape " + shape, "labels: one dimension, one value a sample");
  }

  private String label(int row, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(source + " row " + row, "" + value, "a label");
    }
    return value == Math.rint(value) && Math.abs(value) < 0x1p53
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
