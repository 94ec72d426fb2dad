package io.hdlgen.flow;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How right a network is on each part of its data.
 *
 * @param training on the rows it has learnt from
 * @param validation on the rows that chose its best epoch; empty where there are none
 * @param test on rows of their own; empty where there are none
 */
public record SplitQuality(
    ClassificationMetrics training,
    Optional<ClassificationMetrics> validation,
    Optional<ClassificationMetrics> test) {

  /**
   * The quality of these answers.
   *
   * @param predicted classes of all samples
   * @param test quality on the test rows
   */
  static SplitQuality of(
      int[] predicted, Samples samples, Split split, Optional<ClassificationMetrics> test) {
    return new SplitQuality(
        on(split.training(), predicted, samples),
        split.validation().length == 0
            ? Optional.empty()
            : Optional.of(on(split.validation(), predicted, samples)),
        test);
  }

  private static ClassificationMetrics on(int[] rows, int[] predicted, Samples samples) {
    List<String> names = samples.classNames();
    return ClassificationMetrics.of(
        Arrays.stream(rows).map(row -> predicted[row]).toArray(),
        Arrays.stream(rows).map(row -> samples.labels()[row]).toArray(),
        names);
  }

  /** One figure with the keys {@code train, validation, test}; null for parts that are not. */
  Map<String, Object> object(ToDoubleFunction<ClassificationMetrics> figure) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("train", figure.applyAsDouble(training));
    object.put("validation", validation.map(figure::applyAsDouble).orElse(null));
    object.put("test", test.map(figure::applyAsDouble).orElse(null));
    return object;
  }
}
