package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which columns of a CSV table are what.
 *
 * @param width number of columns
 * @param names one a column; empty without a row of names
 * @param features columns of the features, in order
 * @param label column of the labels; -1 without
 */
record CsvColumns(int width, List<String> names, int[] features, int label) {
  /** The columns of a table with this first row. */
  static CsvColumns of(String source, CsvLine first, boolean header, ReadOptions options) {
    int width = first.cells().size();
    List<String> names = header ? List.copyOf(first.cells()) : List.of();
    if (width > DatasetReader.MAX_COLUMNS) {
      throw new InvalidInputException(
          source, width + " columns", "at most " + DatasetReader.MAX_COLUMNS);
    }
    Optional<int[]> wanted = named(source, names, options.features());
    BitSet ignored = options.ignored().of(source, width, names);
    for (int column : wanted.orElse(new int[0])) {
      String use = "the feature \"" + names.get(column) + "\"";
      options.ignored().keep(source, ignored, column, use);
    }
    int label = label(source, ignored, width, names, wanted, options);
    int[] features = wanted.orElseGet(() -> others(label, ignored, width));
    if (features.length == 0) {
      throw new InvalidInputException(
          source, "labels and no features", "at least one other column");
    }
    return new CsvColumns(width, names, features, label);
  }

  /** The columns of these names, if the table has all of them. */
  private static Optional<int[]> named(String source, List<String> names, List<String> features) {
    if (features.isEmpty() || !names.containsAll(features)) {
      return Optional.empty();
    }
    int[] columns = new int[features.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = unique(source, names, features.get(i));
    }
    return Optional.of(columns);
  }

  private static int unique(String source, List<String> names, String name) {
    int column = names.indexOf(name);
    if (names.lastIndexOf(name) != column) {
      throw new InvalidInputException(
          source, "two columns \"" + name + "\"", "one column of that name");
    }
    return column;
  }

  private static int label(
      String source,
      BitSet ignored,
      int width,
      List<String> names,
      Optional<int[]> wanted,
      ReadOptions options) {
    if (!options.labelled()) {
      return -1;
    }
    if (options.label().isPresent()) {
      String name = options.label().orElseThrow();
      int column = explicit(source, width, names, name);
      options.ignored().keep(source, ignored, column, "the label column \"" + name + "\"");
      return column;
    }
    Optional<String> likely = options.likelyLabel().filter(names::contains);
    if (likely.isPresent()) {
      int column = unique(source, names, likely.get());
      options.ignored().keep(source, ignored, column, "the label column \"" + likely.get() + "\"");
      return column;
    }
    int last = ignored.previousClearBit(width - 1);
    if (options.features().isEmpty() && options.ignored().required() && last < width - 1) {
      throw new InvalidInputException(
          source,
          "--ignore of the last column, which holds the labels where nothing else is said",
          "--label COLUMN, too");
    }
    boolean lastIsFeature =
        wanted.isPresent()
            ? options.features().contains(names.get(last))
            : width - ignored.cardinality() == options.features().size();
    return lastIsFeature ? -1 : last;
  }

  private static int explicit(String source, int width, List<String> names, String label) {
    if (names.contains(label)) {
      return unique(source, names, label);
    }
    OptionalInt position = ColumnPosition.of(label, width);
    if (position.isPresent()) {
      return position.getAsInt();
    }
    throw new InvalidInputException(
        source, "no column \"" + label + "\"", IgnoredColumns.known(width, names));
  }

  private static int[] others(int label, BitSet ignored, int width) {
    return IntStream.range(0, width).filter(c -> c != label && !ignored.get(c)).toArray();
  }

  /** Names of the features; empty without a row of names. */
  List<String> featureNames() {
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> result = new ArrayList<>();
    for (int column : features) {
      result.add(names.get(column));
    }
    return result;
  }

  /** Name of the column with the labels; empty without labels or names. */
  Optional<String> labelName() {
    return label < 0 || names.isEmpty() ? Optional.empty() : Optional.of(names.get(label));
  }

  /** What messages call a column: its position counted from 0, and its name. */
  String name(int column) {
    return names.isEmpty() ? "" + column : column + " (" + names.get(column) + ")";
  }
}
