package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How right a network is on each part of its data.
 *
 * @param training on the rows it has learnt from
 * @param validation on the rows that were kept back; empty where there are none
 * @param test on rows of their own; empty where there are none
 * @param unseen right answers among the test rows that do not occur in the training data
 */
public record SplitQuality(
    ClassificationMetrics training,
    Optional<ClassificationMetrics> validation,
    Optional<ClassificationMetrics> test,
    Optional<Proportion> unseen) {

  /**
   * The quality of a classifier.
   *
   * @param data the table of the samples
   * @param classifier gives the class of each row of a table
   */
  static SplitQuality of(
      Function<Dataset, int[]> classifier,
      Dataset data,
      Samples samples,
      Split split,
      Optional<TestRows> test) {
    int[] predicted = classifier.apply(data);
    Optional<int[]> answers = test.map(rows -> classifier.apply(rows.data()));
    return new SplitQuality(
        on(split.training(), predicted, samples),
        split.validation().length == 0
            ? Optional.empty()
            : Optional.of(on(split.validation(), predicted, samples)),
        answers.map(classes -> test.get().quality(classes)),
        answers.map(classes -> test.get().unseen(samples).accuracy(classes, test.get().actual())));
  }

  private static ClassificationMetrics on(int[] rows, int[] predicted, Samples samples) {
    List<String> names = samples.classNames();
    return ClassificationMetrics.of(
        Arrays.stream(rows).map(row -> predicted[row]).toArray(),
        Arrays.stream(rows).map(row -> samples.labels()[row]).toArray(),
        names);
  }

  /** One figure with the keys {@code train, validation, test}; null for parts that are not. */
  Map<String, Object> object(Function<ClassificationMetrics, Object> figure) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("train", figure.apply(training));
    object.put("validation", validation.map(figure::apply).orElse(null));
    object.put("test", test.map(figure::apply).orElse(null));
    return object;
  }
}
