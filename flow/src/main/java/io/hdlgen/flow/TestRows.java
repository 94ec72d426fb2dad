package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.LabelIndex;
import io.hdlgen.quantizer.metrics.UnseenRows;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Labelled rows that nothing is learnt from.
 *
 * @param data its features are those of the samples, in order
 * @param actual the class of each row
 * @param classNames of the samples
 */
record TestRows(Dataset data, int[] actual, List<String> classNames) {

  /**
   * Reads rows to test what is learnt from {@code samples}.
   *
   * @param labelName what the labels of {@code samples} are called
   * @throws InvalidInputException if they have other features or classes, or no labels
   */
  static TestRows read(DataSource source, Samples samples, Optional<String> labelName) {
    Dataset data = source.readToTest(samples.featureNames(), labelName);
    if (!data.hasLabels()) {
      throw new InvalidInputException(
          data.source(), "no labels", "labels in a column like that of --data, or --test-labels");
    }
    if (data.features() != samples.featureNames().size()) {
      throw new InvalidInputException(
          data.source(),
          data.features() + " feature columns",
          samples.featureNames().size() + ", as in --data");
    }
    return new TestRows(
        data,
        new LabelIndex(samples.classNames()).indices(data.labels(), data.source()),
        samples.classNames());
  }

  /** How right these answers are, one a row. */
  ClassificationMetrics quality(int[] predicted) {
    return ClassificationMetrics.of(predicted, actual, classNames);
  }

  /** Which of these rows are new. */
  UnseenRows unseen(Samples samples) {
    return UnseenRows.ofValues(samples.features(), data.rows());
  }

  /** What to tell of rows that are not new. */
  Optional<String> note(Samples samples) {
    int known = actual.length - unseen(samples).count();
    return known == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d rows of %s have the features of a row that was trained on",
                known,
                actual.length,
                data.source()));
  }
}
