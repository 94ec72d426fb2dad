package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  @Test
  void ratesHaveTheirIntervals() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 1}, List.of("no", "yes"));
    Map<String, Object> object =
        new Accuracy(OptionalDouble.empty(), metrics, "test.csv", false).object();
    assertThat(object)
        .containsEntry("float", null)
        .containsEntry("quantized", 0.75)
        .containsEntry("balanced", metrics.balancedAccuracy())
        .containsEntry("majorityBaseline", 0.75)
        .containsEntry("rows", 4)
        .containsEntry("source", "test.csv");
    assertThat(object.get("quantizedInterval"))
        .isEqualTo(List.of(metrics.right().interval().low(), metrics.right().interval().high()));
    assertThat(object.get("balancedInterval"))
        .isEqualTo(
            List.of(metrics.balanced().interval().low(), metrics.balanced().interval().high()));
    assertThat((double) object.get("macroF1")).isEqualTo(metrics.macroF1());
  }
}
