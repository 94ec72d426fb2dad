package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table of samples on disk.
 *
 * @param data the table: CSV, IDX, {@code .npy} or {@code .npz}
 * @param label name or position of the column with the labels; empty: found out
 * @param labels a file of labels, one a row of the table; the table then has none
 */
public record DataSource(Path data, Optional<String> label, Optional<Path> labels) {
  /** A table that speaks for itself. */
  public static DataSource of(Path data) {
    return new DataSource(data, Optional.empty(), Optional.empty());
  }

  /** Reads the rows to learn from, for a network with features of these names. */
  Dataset read(List<String> featureNames) {
    return DatasetReader.read(data, options().withFeatures(featureNames));
  }

  /** Reads the rows to measure by, for a network with features of these names. */
  Dataset readToMeasure(List<String> featureNames) {
    return readToMeasure(featureNames, Optional.empty());
  }

  /**
   * Reads the rows to measure by, for a network with features of these names.
   *
   * @param labelName what the labels are called among those that were learnt from
   */
  Dataset readToMeasure(List<String> featureNames, Optional<String> labelName) {
    return DatasetReader.read(
        data, options().withFeatures(featureNames).withLikelyLabel(labelName).toMeasure());
  }

  /** Whether the file holds both rows to learn from and others to measure by. */
  boolean holdsTest() {
    return DatasetReader.holdsTest(data, options());
  }

  private ReadOptions options() {
    ReadOptions options = ReadOptions.defaults();
    if (label.isPresent()) {
      options = options.withLabel(label.get());
    }
    if (labels.isPresent()) {
      options = options.withLabelFile(labels.get());
    }
    return options;
  }
}
