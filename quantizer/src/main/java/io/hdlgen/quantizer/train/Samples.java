package io.hdlgen.quantizer.train;

import java.util.List;

/**
 * Labelled rows to learn from.
 *
 * @param featureNames one a column
 * @param features {@code [rows][features]}, finite; not copied, not to be changed
 * @param labels indices into {@code classNames}, one a row; not copied, not to be changed
 * @param classNames at least two
 */
public record Samples(
    List<String> featureNames, double[][] features, int[] labels, List<String> classNames) {
  public Samples {
    featureNames = List.copyOf(featureNames);
    classNames = List.copyOf(classNames);
  }

  /** Number of rows. */
  public int rows() {
    return features.length;
  }

  /** Number of rows of each class. */
  public int[] classRows() {
    int[] counts = new int[classNames.size()];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
