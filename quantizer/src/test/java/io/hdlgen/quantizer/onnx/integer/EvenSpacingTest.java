package io.hdlgen.quantizer.onnx.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvenSpacingTest {

  @Test
  void thresholdsRoundedToFloatAreStillEven() {
    Random random = new Random(1);
    int exact = 0;
    for (int trial = 0; trial < 300; trial++) {
      double step = Math.exp(random.nextGaussian() * 4);
      double origin = random.nextGaussian() * step * 20;
      List<Double> thresholds = new ArrayList<>();
      for (int i = 0, levels = 2 + random.nextInt(254); i < levels; i++) {
        thresholds.add((double) (float) (origin + step * (i + 1)));
      }
      EvenSpacing spacing = EvenSpacing.of(thresholds).orElseThrow();
      exact += spacing.exact() ? 1 : 0;
      for (int i = 0; i < thresholds.size(); i++) {
        double at =
            spacing.exact() ? thresholds.get(i) : Math.nextUp(thresholds.get(i).floatValue());
        double before =
            Math.min(Math.nextDown(thresholds.get(i).floatValue()), at - spacing.step() * 0x1p-30);
        assertThat(Math.floor((at - spacing.origin()) / spacing.step())).isEqualTo(i + 1);
        assertThat(Math.floor((before - spacing.origin()) / spacing.step())).isEqualTo(i);
      }
    }
    assertThat(exact).isGreaterThan(30);
  }

  @Test
  void unevenThresholdsAreNot() {
    assertThat(EvenSpacing.of(List.of(0.0, 1.0, 2.001))).isEmpty();
    assertThat(EvenSpacing.of(List.of(1.0, 1.0))).isEmpty();
    assertThat(EvenSpacing.of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE))).isEmpty();
  }
}
