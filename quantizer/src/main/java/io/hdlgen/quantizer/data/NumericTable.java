package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    return options.label().isEmpty()
        ? table.withLabels(List.of(), options)
        : table.labelled(options.label().orElseThrow(), options.ignored());
  }

  private Dataset labelled(String label, IgnoredColumns columns) {
    BitSet left = left(columns);
    int width = rows[0].length;
    int column =
        ColumnPosition.of(label, width)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        source,
                        "no column \"" + label + "\"",
                        IgnoredColumns.known(width, List.of())));
    BitSet ignored = (BitSet) left.clone();
    ignored.flip(0, width);
    columns.keep(source, ignored, column, "the label column " + label);
    left.clear(column);
    if (left.isEmpty()) {
      throw new InvalidInputException(
          source, "labels and no features", "at least one other column");
    }
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      labels.add(label(r, rows[r][column]));
    }
    return features(left, labels);
  }

  /**
   * The rows with labels that are elsewhere, one a row or none: this table is of no use afterwards.
   *
   * @throws InvalidInputException if the rows cannot be features
   */
  Dataset withLabels(List<String> labels, ReadOptions options) {
    return features(left(options.ignored()), labels);
  }

  /** The columns that are not left out. */
  private BitSet left(IgnoredColumns columns) {
    if (shape.size() < 2) {
      throw new InvalidInputException(
          source,
          "an array of shape " + shape,
          "at least two dimensions: samples, and features of each");
    }
    BitSet left = columns.of(source, rows[0].length, List.of());
    left.flip(0, rows[0].length);
    return left;
  }

  private Dataset features(BitSet left, List<String> labels) {
    int[] columns = left.stream().toArray();
    check(columns);
    boolean all = columns.length == rows[0].length;
    double[][] features = all ? rows : new double[rows.length][columns.length];
    for (int r = 0; !all && r < rows.length; r++) {
      for (int i = 0; i < columns.length; i++) {
        features[r][i] = rows[r][columns[i]];
      }
    }
    List<String> texts = IntStream.of(columns).mapToObj(Integer::toString).toList();
    return new Dataset(
        source, List.of(), scaled(features), labels, Optional.empty(), texts, new int[0]);
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

  private void check(int[] columns) {
    for (int r = 0; r < rows.length; r++) {
      for (int c : columns) {
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
