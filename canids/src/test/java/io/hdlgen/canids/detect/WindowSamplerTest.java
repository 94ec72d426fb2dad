package io.hdlgen.canids.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class WindowSamplerTest {
  @Test
  void keepsAllOfFewAndSomeOfManyFromEverywhere() {
    WindowSampler sampler = new WindowSampler(new int[] {1000, 10}, new Well19937c(1));
    for (int i = 0; i < 10_000; i++) {
      sampler.add(new int[] {i & 0xff, i >> 8}, 0);
    }
    sampler.add(new int[] {255, 255}, 1);
    assertThat(sampler.seen()).containsExactly(10_000, 1);
    double[] values =
        Arrays.stream(sampler.features()).mapToDouble(row -> row[0] + 256 * row[1]).toArray();
    assertThat(values).hasSize(1001).endsWith(65_535);
    assertThat(sampler.labels()).hasSize(1001).startsWith(0, 0).endsWith(0, 1);
    assertThat(Arrays.stream(values).distinct().count()).isEqualTo(1001);
    // Without replacement from 0 to 9999: the mean of a fair draw is 5000, give or take 90.
    assertThat(Arrays.stream(values).limit(1000).average().orElseThrow()).isBetween(4600.0, 5400.0);
  }
}
