package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.format.WeightFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightLevelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"binary", "ternary", "int2", "int3", "int8", "pow2-2", "pow2-4", "digits-2"})
  void nearestAndNeighboursAreThoseOfTheList(String name) {
    WeightFormat format = WeightFormat.parse(name);
    WeightLevels levels = WeightLevels.of(format);
    long[] list = format.levels();
    assertThat(levels.count()).isEqualTo(list.length);
    assertThat(levels.hasZero()).isEqualTo(format.hasZero());
    for (double x = -140; x <= 140; x += 0.37) {
      double least = Double.POSITIVE_INFINITY;
      for (long level : list) {
        least = Math.min(least, Math.abs(level - x));
      }
      assertThat(Math.abs(levels.nearest(x) - x)).isEqualTo(least);
    }
    for (int k = 0; k < list.length; k++) {
      int level = Math.toIntExact(list[k]);
      assertThat(levels.nearest(level)).isEqualTo(level);
      assertThat(levels.below(level)).isEqualTo((int) list[Math.max(0, k - 1)]);
      assertThat(levels.above(level)).isEqualTo((int) list[Math.min(list.length - 1, k + 1)]);
    }
  }
}
