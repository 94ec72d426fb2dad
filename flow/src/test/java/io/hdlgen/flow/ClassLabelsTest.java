package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassLabelsTest {
  @Test
  void aLabelIsTheClassOfThatName() {
    assertThat(ClassLabels.indices(labels("b", "a"), List.of("a", "b", "c"))).containsExactly(1, 0);
    assertThat(ClassLabels.indices(labels("2.0", "0"), List.of("0", "1", "2")))
        .containsExactly(2, 0);
  }

  @Test
  void otherLabelsMeanNumberedClassesInOrder() {
    assertThat(ClassLabels.indices(labels("10", "9", "3"), List.of("0", "1", "2")))
        .containsExactly(2, 1, 0);
    assertThat(ClassLabels.indices(labels("setosa", "iris"), List.of("0", "1")))
        .containsExactly(1, 0);
  }

  @Test
  void labelsThatFitNoClassAreRefused() {
    assertThatThrownBy(() -> ClassLabels.indices(labels("3", "4"), List.of("0", "1", "2")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> ClassLabels.indices(labels("x", "y"), List.of("a", "b")))
        .isInstanceOf(InvalidInputException.class);
  }

  private static Dataset labels(String... labels) {
    return new Dataset("t.csv", List.of(), new double[labels.length][1], List.of(labels));
  }
}
