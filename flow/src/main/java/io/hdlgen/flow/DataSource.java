package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.data.IgnoredColumns;
import io.hdlgen.quantizer.data.ReadOptions;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of samples on disk.
 *
 * @param data the table: CSV, IDX, {@code .npy} or {@code .npz}
 * @param label name or position of the column with the labels; empty: found out
 * @param labels a file of labels, one a row of the table; the table then has none
 * @param ignored names or positions of columns that are left out
 */
public record DataSource(
    Path data, Optional<String> label, Optional<Path> labels, List<String> ignored)
    implements SampleCodes {
  private static final int MOST_NAMED = 20;

  public DataSource {
    ignored = List.copyOf(ignored);
  }

  /** A table that speaks for itself. */
  public static DataSource of(Path data) {
    return new DataSource(data, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * This table without the columns, too, that seem to number the samples: a classifier that learnt
   * from them would know the rows, not the classes. A table that would have no features left stays
   * as it is.
   *
   * @param kept columns that stay nevertheless: what {@link #ignored} may call them, or their names
   * @throws InvalidInputException if it cannot be read, has no such column, or two features of one
   *     name: a classifier that reads one of them could not say which
   */
  public DataSource withoutSampleNumbers(List<String> kept) {
    Dataset table = read(List.of());
    refuseEqualNames(table);
    Set<Integer> stay =
        kept.stream().map(column -> feature(table, column)).collect(Collectors.toSet());
    List<Integer> numbers =
        SampleNumbers.features(table).stream().filter(each -> !stay.contains(each)).toList();
    if (numbers.size() == table.features()) {
      return this;
    }
    List<String> all = new ArrayList<>(ignored);
    numbers.forEach(feature -> all.add(table.columnText(feature)));
    return withIgnored(all);
  }

  private static void refuseEqualNames(Dataset table) {
    Set<String> names = new HashSet<>();
    for (String name : table.featureNames()) {
      if (!names.add(name)) {
        throw new InvalidInputException(
            table.source(), "two columns \"" + name + "\"", "one column of that name");
      }
    }
  }

  private static int feature(Dataset table, String column) {
    return IntStream.range(0, table.features())
        .filter(
            each ->
                table.columnText(each).equals(column)
                    || !table.featureNames().isEmpty()
                        && table.featureNames().get(each).equals(column))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    table.source(),
                    "no column \"" + column + "\" to keep",
                    IntStream.range(0, table.features())
                        .limit(MOST_NAMED)
                        .mapToObj(table::columnText)
                        .collect(Collectors.joining(", "))));
  }

  /** The same table, of which these columns are left out. */
  public DataSource withIgnored(List<String> columns) {
    return new DataSource(data, label, labels, columns);
  }

  @Override
  public long[][] codes(IntegerNetwork network) {
    return FeatureEncoder.encode(network, readToMeasure(Predictor.featureNames(network)));
  }

  /** Reads the rows to learn from, for a network with features of these names. */
  Dataset read(List<String> featureNames) {
    return DatasetReader.read(data, options().withFeatures(featureNames));
  }

  /** Reads the rows to measure by, for a network with features of these names. */
  Dataset readToMeasure(List<String> featureNames) {
    return DatasetReader.read(data, options().withFeatures(featureNames).toMeasure());
  }

  /**
   * Reads the rows to test what is learnt from others. They may be without the columns that those
   * are told to ignore.
   *
   * @param labelName what the labels are called among those that were learnt from
   */
  Dataset readToTest(List<String> featureNames, Optional<String> labelName) {
    return DatasetReader.read(
        data,
        options()
            .withFeatures(featureNames)
            .withLikelyLabel(labelName)
            .withIgnored(new IgnoredColumns(ignored, false))
            .toMeasure());
  }

  /** Whether the file holds both rows to learn from and others to measure by. */
  boolean holdsTest() {
    return DatasetReader.holdsTest(data, options());
  }

  private ReadOptions options() {
    ReadOptions options = ReadOptions.defaults().withIgnored(new IgnoredColumns(ignored, true));
    if (label.isPresent()) {
      options = options.withLabel(label.get());
    }
    if (labels.isPresent()) {
      options = options.withLabelFile(labels.get());
    }
    return options;
  }
}
