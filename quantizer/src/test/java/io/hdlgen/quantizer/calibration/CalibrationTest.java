package io.hdlgen.quantizer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  /** 0 to 999, and one value far off. */
  private static final double[] OUTLIER =
      IntStream.rangeClosed(0, 1000).mapToDouble(k -> k == 1000 ? 1e6 : k).toArray();

  @Test
  void minMaxCoversAllValues() {
    Levels levels = new Calibration.MinMax().levels(OUTLIER, 15);
    assertThat(levels.base()).isZero();
    assertThat(levels.top()).isCloseTo(1e6, within(1e-6));
  }

  @Test
  void percentileLeavesOutAsManyAsItSays() {
    Levels levels = new Calibration.Percentile(99.9).levels(OUTLIER, 15);
    assertThat(levels.base()).isEqualTo(1);
    assertThat(levels.top()).isCloseTo(999, within(1e-9));
    assertThat(new Calibration.Percentile(99).levels(OUTLIER, 15).top())
        .isCloseTo(990, within(1e-9));
    assertThat(new Calibration.Percentile(100).levels(OUTLIER, 15))
        .isEqualTo(new Calibration.MinMax().levels(OUTLIER, 15));
  }

  @Test
  void percentileThatLeavesOneValueTakesAll() {
    double[] rare = new double[1000];
    rare[3] = 5;
    assertThat(new Calibration.Percentile(99).levels(rare, 3).top()).isEqualTo(5);
  }

  @Test
  void meanSquaredErrorIsLeastOfAllThree() {
    Random random = new Random(1);
    double[] values = random.doubles(3000).map(x -> Math.exp(4 * x)).toArray();
    for (int count : new int[] {1, 3, 7, 15}) {
      double mse = error(new Calibration.MeanSquaredError().levels(values, count), values);
      assertThat(mse).isLessThan(error(new Calibration.MinMax().levels(values, count), values));
      assertThat(mse)
          .isLessThan(error(new Calibration.Percentile(99).levels(values, count), values));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"minmax", "percentile", "percentile-75", "mse"})
  void degenerateValuesGiveLevelsToCalculateWith(String name) {
    Calibration calibration = Calibration.parse(name);
    double[][] cases = {
      {3}, {-2, -2, -2}, {0, 1e30, 0, 0}, {1e17, 1e17}, {0, Double.MIN_VALUE}, {-1e30, 1e30}
    };
    for (double[] values : cases) {
      Levels levels = calibration.levels(values, 255);
      assertThat(levels.spacing()).isPositive().isFinite();
      for (double value : values) {
        assertThat(levels.index(value)).isBetween(0, 255);
      }
      if (Arrays.stream(values).distinct().count() == 1) {
        assertThat(levels.index(values[0])).isZero();
      }
    }
    Levels outlier = calibration.levels(new double[] {0, 1e30, 0, 0}, 255);
    assertThat(outlier.index(0)).isZero();
    assertThat(outlier.index(1e30)).isEqualTo(255);
  }

  @Test
  void namesAreRead() {
    for (String name : new String[] {"minmax", "mse", "percentile-99.9", "percentile-98"}) {
      assertThat(Calibration.parse(name).text()).isEqualTo(name);
    }
    assertThat(Calibration.parse(" Percentile ")).isEqualTo(new Calibration.Percentile(99.9));
    for (String name : new String[] {"", "max", "percentile-", "percentile-50", "percentile-101"}) {
      assertThatThrownBy(() -> Calibration.parse(name)).isInstanceOf(InvalidInputException.class);
    }
  }

  private static double error(Levels levels, double[] values) {
    return Arrays.stream(values)
        .map(x -> x - levels.base() - levels.spacing() * levels.index(x))
        .map(e -> e * e)
        .sum();
  }
}
