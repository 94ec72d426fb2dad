package io.hdlgen.flow.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityJsonTest {
  private static final ClassificationMetrics METRICS =
      ClassificationMetrics.of(
          new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1},
          new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
          List.of("T", "R", "X"));

  @Test
  void everyMeasureHasItsKey() {
    Map<String, Object> object = QualityJson.object(METRICS);
    assertThat(object.keySet())
        .containsExactly(
            "accuracy",
            "accuracyInterval",
            "balancedAccuracy",
            "balancedAccuracyInterval",
            "balancedAccuracyOf10",
            "balancedAccuracyOf10Interval",
            "classesOf10",
            "macroF1",
            "majorityBaseline",
            "perClass",
            "classes",
            "confusion");
    assertThat(object)
        .containsEntry("accuracy", 10 / 11.0)
        .containsEntry("accuracyInterval", interval(new Proportion(10, 11).interval()))
        .containsEntry("balancedAccuracy", 0.95)
        .containsEntry("balancedAccuracyInterval", interval(METRICS.balanced().interval()))
        .containsEntry("balancedAccuracyOf10", 0.9)
        .containsEntry(
            "balancedAccuracyOf10Interval", interval(METRICS.balancedOfFrequent().interval()))
        .containsEntry("classesOf10", 1)
        .containsEntry("macroF1", METRICS.macroF1())
        .containsEntry("majorityBaseline", 10 / 11.0)
        .containsEntry("classes", List.of("T", "R", "X"))
        .containsEntry("confusion", List.of(List.of(9L, 1L, 0L), List.of(0L, 1L, 0L), zeros()));
    assertThat(((List<?>) object.get("perClass")).get(1))
        .isEqualTo(
            Map.of(
                "class",
                "R",
                "rows",
                1,
                "precision",
                0.5,
                "recall",
                1.0,
                "f1",
                2 / 3.0,
                "falseNegativeRate",
                0.0));
    assertThat(CanonicalJson.write(object)).contains("\"confusion\"");
  }

  @Test
  void unseenRowsHaveAnObjectOfTheirOwn() {
    assertThat(QualityJson.object(METRICS, Optional.of(new Proportion(3, 4))).get("unseen"))
        .isEqualTo(
            Map.of(
                "rows",
                4,
                "accuracy",
                0.75,
                "accuracyInterval",
                interval(new Proportion(3, 4).interval())));
  }

  @Test
  void whatIsAShareOfNothingIsNull() {
    Map<String, Object> object =
        QualityJson.object(
            ClassificationMetrics.of(new int[] {0}, new int[] {0}, List.of("T")),
            Optional.of(new Proportion(0, 0)));
    assertThat(object)
        .containsEntry("balancedAccuracy", 1.0)
        .containsEntry("balancedAccuracyOf10", null)
        .containsEntry("balancedAccuracyOf10Interval", null)
        .containsEntry("classesOf10", 0);
    assertThat(CanonicalJson.writeLine(object))
        .endsWith("\"unseen\":{\"rows\":0,\"accuracy\":null,\"accuracyInterval\":null}}");
  }

  private static List<Double> interval(ConfidenceInterval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static List<Long> zeros() {
    return List.of(0L, 0L, 0L);
  }
}
