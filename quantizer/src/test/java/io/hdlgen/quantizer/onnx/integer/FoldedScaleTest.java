package io.hdlgen.quantizer.onnx.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedScaleTest {
  @Test
  void theScaleThatWeightsWereMultipliedByIsFound() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      float scale = (float) Math.exp(random.nextGaussian() * 3);
      int greatest = 1 << random.nextInt(9);
      double[] weights = new double[40];
      Arrays.setAll(
          weights, i -> (float) ((random.nextInt(2 * greatest + 1) - greatest) * (double) scale));
      double found = FoldedScale.of(weights).orElseThrow();
      for (double weight : weights) {
        double integer = Math.rint(weight / found);
        assertThat((float) (integer * found)).as("scale %s", scale).isEqualTo((float) weight);
        assertThat(Math.abs(integer)).isLessThanOrEqualTo(greatest);
      }
    }
  }

  @Test
  void trainedWeightsHaveNone() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double[] weights = new double[12];
      Arrays.setAll(weights, i -> (float) random.nextGaussian());
      assertThat(FoldedScale.of(weights)).isEmpty();
    }
    assertThat(FoldedScale.of(new double[] {0, 0})).isEmpty();
  }
}
