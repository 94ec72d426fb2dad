package io.hdlgen.quantizer.data;

import java.util.List;
import java.util.Optional;

/**
 * A table of samples: finite numbers, with labels or without. At least one row and one feature; all
 * rows are equally long.
 */
public final class Dataset {
  private final String source;
  private final List<String> featureNames;
  private final double[][] rows;
  private final List<String> labels;
  private final Optional<String> labelName;
  private final List<String> columnTexts;
  private final int[] lines;

  /** A table that is not of a text file: its columns and rows have numbers alone. */
  public Dataset(String source, List<String> featureNames, double[][] rows, List<String> labels) {
    this(source, featureNames, rows, labels, Optional.empty(), List.of(), new int[0]);
  }

  /**
   * A table.
   *
   * @param source what messages call it
   * @param featureNames one a column; empty if the columns have no names
   * @param rows {@code [rows][features]}; not copied
   * @param labels one a row; empty if there are none
   * @param labelName what the column of the labels is called
   * @param columnTexts what {@code --ignore} may call the column of each feature; empty: its
   *     position among the features
   * @param lines the line of each row in a text file; empty if there are no lines
   */
  Dataset(
      String source,
      List<String> featureNames,
      double[][] rows,
      List<String> labels,
      Optional<String> labelName,
      List<String> columnTexts,
      int[] lines) {
    this.source = source;
    this.featureNames = List.copyOf(featureNames);
    this.rows = rows;
    this.labels = List.copyOf(labels);
    this.labelName = labelName;
    this.columnTexts = List.copyOf(columnTexts);
    this.lines = lines;
    check(rows.length > 0 && rows[0].length > 0, "a table without rows or columns");
    for (double[] row : rows) {
      check(row.length == rows[0].length, "rows of different lengths");
    }
    check(featureNames.isEmpty() || featureNames.size() == rows[0].length, "names and columns");
    check(columnTexts.isEmpty() || columnTexts.size() == rows[0].length, "texts and columns");
    check(labels.isEmpty() || labels.size() == rows.length, "labels and rows");
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The file's name, for messages. */
  public String source() {
    return source;
  }

  /** One a feature; empty if the columns have no names. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** What {@code --ignore} may call the column of a feature: a name or a position in the file. */
  public String columnText(int feature) {
    return columnTexts.isEmpty() ? Integer.toString(feature) : columnTexts.get(feature);
  }

  /** Number of features, at least 1. */
  public int features() {
    return rows[0].length;
  }

  /** The samples, {@code [rows][features]}: this table's own arrays, not to be written to. */
  public double[][] rows() {
    return rows;
  }

  /** One a row, as they stand in the file; empty if there are none. */
  public List<String> labels() {
    return labels;
  }

  /** This table with these labels, one a row. */
  Dataset withLabels(List<String> newLabels) {
    return new Dataset(source, featureNames, rows, newLabels, Optional.empty(), columnTexts, lines);
  }

  /** Name of the column that the labels are from; empty if it has none, or there is none. */
  public Optional<String> labelName() {
    return labelName;
  }

  public boolean hasLabels() {
    return !labels.isEmpty();
  }

  /**
   * Where row {@code row}, counted from 0, is found: {@code data.csv:17} or {@code x.npy row 16}.
   */
  public String place(int row) {
    return lines.length > 0 ? source + ":" + lines[row] : source + " row " + row;
  }
}
