package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.train.Samples;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputCodingTest {
  @Test
  void theCodeIsThatOfTheFormula() {
    Random random = new Random(3);
    double[][] features = new double[500][2];
    for (double[] row : features) {
      row[0] = random.nextInt(100) / 10.0 + 0.1;
      row[1] = random.nextGaussian();
    }
    Samples samples = Tables.samples(features, new int[500], 2);
    int[] rows = IntStream.range(0, 300).toArray();
    InputCoding coding = InputCoding.of(samples, rows, 4);
    long[][] codes = coding.encode(features);
    for (int i = 0; i < 2; i++) {
      int feature = i;
      double min = IntStream.of(rows).mapToDouble(r -> features[r][feature]).min().orElseThrow();
      double max = IntStream.of(rows).mapToDouble(r -> features[r][feature]).max().orElseThrow();
      double levels = 16;
      for (int r = 0; r < 500; r++) {
        double code = Math.floor((features[r][i] - min) / (max - min) * levels);
        assertThat(codes[r][i]).isEqualTo((long) Math.max(0, Math.min(levels - 1, code)));
      }
    }
  }

  @Test
  void onlyTheGivenRowsSetTheRange() {
    Samples samples = Tables.samples(new double[][] {{0}, {8}, {100}, {-5}}, new int[4], 2);
    InputCoding coding = InputCoding.of(samples, new int[] {0, 1}, 2);
    assertThat(coding.encode(samples.features())).isDeepEqualTo(new long[][] {{0}, {3}, {3}, {0}});
  }

  @Test
  void aConstantFeatureHasOneCode() {
    Samples samples = Tables.samples(new double[][] {{7}, {7}}, new int[2], 2);
    assertThat(InputCoding.of(samples, new int[] {0, 1}, 4).encode(samples.features()))
        .isDeepEqualTo(new long[][] {{0}, {0}});
  }

  @Test
  void trimmedRowsLieBeyondTheRange() {
    double[][] features = new double[100][2];
    for (int r = 0; r < 100; r++) {
      features[r][0] = (r * 37) % 100;
      features[r][1] = r == 0 ? 1 : 0;
    }
    Samples samples = Tables.samples(features, new int[100], 2);
    int[] rows = IntStream.range(0, 100).toArray();
    long[][] codes =
        InputCoding.of(samples, rows, 2, 0.1)
            .encode(new double[][] {{-5, 0}, {10, 0}, {30, 0.6}, {89, 1}, {99, 1}});
    // From 10 to 89; the second feature would have no range left, and keeps its own.
    assertThat(codes).isDeepEqualTo(new long[][] {{0, 0}, {0, 0}, {1, 2}, {3, 3}, {3, 3}});
    assertThatThrownBy(() -> InputCoding.of(samples, rows, 2, 0.5)).hasMessageContaining("0.5");
  }

  @Test
  void noRowsAreRefused() {
    Samples samples = Tables.samples(new double[][] {{7}}, new int[1], 2);
    assertThatThrownBy(() -> InputCoding.of(samples, new int[0], 4))
        .hasMessage("0 rows, 0.0 of them beyond");
  }
}
