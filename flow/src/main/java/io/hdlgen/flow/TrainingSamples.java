package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.FlattenedFeatures;
import io.hdlgen.quantizer.metrics.UnseenRows;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes samples to learn from of tables, or says why a table has none. */
final class TrainingSamples {
  private static final int MAX_CLASSES = 1000;
  private static final int FEW_ROWS = 200;

  /** Beyond it, variances are not numbers any more. */
  private static final double MAX_VALUE = 1e100;

  private static final String HINT = "; is --label right?";

  private TrainingSamples() {}

  /**
   * Samples whose classes are the labels of the table, in sorted order, numbers by value.
   *
   * @throws InvalidInputException if the labels are none, or look like measurements
   */
  static Samples of(Dataset data) {
    requireLabels(data);
    List<String> classes = classes(data);
    if (classes.size() < 2) {
      throw new InvalidInputException(
          data.source(),
          "the one class \"" + classes.get(0) + "\" in all rows",
          "at least two classes" + HINT);
    }
    int rows = data.rows().length;
    if (2 * classes.size() > rows) {
      throw new InvalidInputException(
          data.source(),
          classes.size() + " classes in " + rows + " rows",
          "at least two rows a class" + HINT);
    }
    return samples(data, featureNames(data), classes);
  }

  /**
   * Samples for a network that is there already.
   *
   * @throws InvalidInputException if a label is no class of the network, or it has other features
   */
  static Samples of(Dataset data, FloatNetwork model) {
    requireLabels(data);
    requireFeatures(data, model);
    return samples(data, model.featureNames(), ClassLabels.names(data, model.classLabels()));
  }

  /** What to tell of samples that are few, or not all different. */
  static List<String> notes(Samples samples, String source) {
    List<String> notes = new ArrayList<>();
    if (samples.rows() < FEW_ROWS) {
      notes.add(
          source + " has few rows, " + samples.rows() + ": measured accuracies are uncertain");
    }
    int repeated = samples.rows() - UnseenRows.countDifferent(samples.features());
    if (repeated > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows of %s repeat the features of an earlier row",
              repeated,
              samples.rows(),
              source));
    }
    return notes;
  }

  private static Samples samples(Dataset data, List<String> features, List<String> classes) {
    checkValues(data, features);
    return new Samples(features, data.rows(), indices(data, classes), classes);
  }

  private static void checkValues(Dataset data, List<String> features) {
    double[][] rows = data.rows();
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        if (Math.abs(rows[r][i]) > MAX_VALUE) {
          throw new InvalidInputException(
              data.place(r) + ", " + features.get(i),
              "" + rows[r][i],
              "a number of at most 1e100 in magnitude");
        }
      }
    }
  }

  /** What to tell of a first column that seems to be no feature. */
  static Optional<String> indexNote(Dataset data) {
    boolean unnamed = !data.featureNames().isEmpty() && data.featureNames().get(0).isBlank();
    double[][] rows = data.rows();
    boolean counts =
        IntStream.range(1, rows.length).allMatch(r -> rows[r][0] == rows[r - 1][0] + 1);
    return unnamed && counts
        ? Optional.of(
            "The first column has no name and counts the rows, but is taken as a feature: write the"
                + " table without it, as by to_csv(index=False), or leave it out: --ignore "
                + data.columnText(0))
        : Optional.empty();
  }

  /** What to tell of samples whose features a few values far off have spoilt. */
  static Optional<String> note(Dataset data, IntegerNetwork network) {
    return FlattenedFeatures.note(network.inputs(), data.rows())
        .map(note -> note + "; limit those, or leave their rows out");
  }

  private static int[] indices(Dataset data, List<String> classes) {
    return ClassLabels.indices(data, classes);
  }

  /** Refuses a table that has not as many features as the model. */
  static void requireFeatures(Dataset data, FloatNetwork model) {
    if (data.features() != model.featureNames().size()) {
      throw new InvalidInputException(
          data.source(),
          data.features() + " feature columns",
          model.featureNames().size() + ", one an input of the model" + HINT);
    }
  }

  private static void requireLabels(Dataset data) {
    if (!data.hasLabels()) {
      throw new InvalidInputException(
          data.source(), "no labels", "labels: --label COLUMN or --labels FILE");
    }
  }

  private static List<String> classes(Dataset data) {
    List<String> classes = new ArrayList<>();
    boolean numbers = true;
    boolean fractions = false;
    double before = Double.NaN;
    for (String label : ClassLabels.distinct(data.labels())) {
      double value = ClassLabels.value(label);
      numbers &= Double.isFinite(value);
      fractions |= Double.isFinite(value) && value != Math.rint(value);
      // "3" and "3.0" are one class.
      if (!Double.isFinite(value) || value != before) {
        classes.add(label);
      }
      before = value;
    }
    if (numbers && fractions) {
      throw new InvalidInputException(
          data.source(),
          "labels such as " + classes.get(0) + ", numbers with fractions",
          "classes" + HINT + " hdlgen does not do regression");
    }
    if (classes.size() > MAX_CLASSES) {
      throw new InvalidInputException(
          data.source(),
          classes.size() + " different labels",
          "at most " + MAX_CLASSES + " classes" + HINT);
    }
    return classes;
  }

  /** As the columns are called; x0, x1, ... where they have no names of their own. */
  private static List<String> featureNames(Dataset data) {
    List<String> names = data.featureNames();
    return FeatureNames.usable(names) && names.size() == data.features()
        ? names
        : IntStream.range(0, data.features()).mapToObj(i -> "x" + i).toList();
  }
}
