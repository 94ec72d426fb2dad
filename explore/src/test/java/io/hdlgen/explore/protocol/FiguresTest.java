package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final ClassificationMetrics metrics =
      ClassificationMetrics.of(new int[] {0, 1}, new int[] {0, 0}, List.of("a", "b"));

  @Test
  void eachIsLabelledWithItsRows() {
    assertThat(Figures.train(metrics).part().label()).isEqualTo("train");
    assertThat(Figures.validation(metrics).part().label()).isEqualTo("validation");
    assertThat(Figures.validation(metrics).metrics()).isSameAs(metrics);
  }

  @Test
  void unseenRowsAreOfTheTestAlone() {
    Optional<Proportion> unseen = Optional.of(new Proportion(1, 2));
    assertThat(new Figures(Part.TEST, metrics, unseen).unseen()).isEqualTo(unseen);
    assertThatThrownBy(() -> new Figures(Part.TRAIN, metrics, unseen))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Figures(Part.TEST, metrics, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
