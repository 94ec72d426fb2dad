package io.hdlgen.quantizer.train.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each quantizer's codes against its formula, on a grid that has all ties on it. */
class QuantizerFormulaTest {
  private static final Offset<Float> EXACT = Offset.offset(1e-5f);

  private static final String[] FORMATS = {
    "int2",
    "int3",
    "int4",
    "int5",
    "int6",
    "int7",
    "int8",
    "ternary",
    "binary",
    "pow2-2",
    "pow2-3",
    "pow2-4",
    "pow2-5",
    "digits-1",
    "digits-2",
    "digits-3",
    "digits-4"
  };

  @Test
  void weightsGetTheNearestLevel() {
    for (String name : FORMATS) {
      WeightFormat format = WeightFormat.parse(name);
      LevelRounding rounding = new LevelRounding(format);
      long[] levels = format.levels();
      for (int v = 16 * (int) (format.min() - 2); v <= 16 * (format.max() + 2); v++) {
        double x = v / 16.0;
        double best = levels[0];
        for (long level : levels) {
          double nearer = Math.abs(level - x) - Math.abs(best - x);
          if (nearer < 0 || (nearer == 0 && Math.abs(level) > Math.abs(best))) {
            best = level;
          }
        }
        double expected = name.equals("binary") ? (x >= 0 ? 1 : -1) : best;
        assertThat((double) rounding.nearest((float) x))
            .as("%s of %s", name, x)
            .isEqualTo(expected);
        float[] row = {(float) x / 2};
        rounding.nearest(row, new float[] {2}, row);
        assertThat((double) row[0] == expected).as("%s of %s in a row", name, x).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "s2", "s3", "s5", "s8"})
  void valuesAreClampedAndRoundedHalfToEven(String name) {
    int bits = name.charAt(1) - '0';
    ActivationFormat format =
        name.charAt(0) == 'u'
            ? new ActivationFormat.Unsigned(bits)
            : new ActivationFormat.Signed(bits);
    FloatActivation activation =
        name.charAt(0) == 'u' ? FloatActivation.RELU : FloatActivation.IDENTITY;
    try (Workers workers = new Workers(1)) {
      Nonlinearity quantizer = new Nonlinearity(activation, Optional.of(format), 1, 1, workers);
      float step = 0.25f;
      for (int v = -32 * 300; v <= 32 * 300; v++) {
        float z = v / 32f * step;
        double wanted =
            Math.rint(Math.max(format.min(), Math.min(format.max(), activation.apply(z) / step)));
        assertThat((double) quantizer.at(z, step)).as("%s of %s", name, z).isEqualTo(wanted + 0.0);
      }
    }
  }

  @Test
  void bipolarValuesAreSigns() {
    try (Workers workers = new Workers(1)) {
      Nonlinearity sign =
          new Nonlinearity(
              FloatActivation.HARD_TANH,
              Optional.of(new ActivationFormat.Bipolar()),
              1,
              1,
              workers);
      assertThat(sign.at(0, 1)).isEqualTo(1);
      assertThat(sign.at(-0.0f, 1)).isEqualTo(1);
      assertThat(sign.at(-Float.MIN_VALUE, 1)).isEqualTo(-1);
      assertThat(sign.at(5, 1)).isEqualTo(1);
    }
  }

  /**
   * d(step * level(w / step)) by w is 1 inside of the levels, and outside where that brings w back;
   * by step: level - w / step inside.
   */
  @ParameterizedTest
  @ValueSource(strings = {"int2", "int4", "ternary", "pow2-4", "digits-2"})
  void gradientsOfWeightsAndSteps(String name) {
    WeightFormat format = WeightFormat.parse(name);
    Random random = new Random(3);
    Matrix weights = new Matrix(40, 3);
    Matrix gradients = new Matrix(40, 3);
    for (int i = 0; i < 120; i++) {
      weights.set(i / 3, i % 3, (float) random.nextGaussian());
      gradients.set(i / 3, i % 3, (float) random.nextGaussian());
    }
    float[] given = gradients.toArray();
    WeightQuantizer quantizer = new WeightQuantizer(format, 40, 3, false, new Workers(1));
    float[] ones = new float[40];
    Arrays.fill(ones, 1);
    quantizer.fit(weights, ones);
    quantizer.quantize(weights, null);
    quantizer.backward(weights, gradients);
    int outside = 0;
    for (int j = 0; j < 3; j++) {
      double step = quantizer.steps()[j];
      double sum = 0;
      for (int i = 0; i < 40; i++) {
        double v = weights.get(i, j) / step;
        double g = given[3 * i + j];
        boolean inside = v >= format.min() - 0.5 && v <= format.max() + 0.5;
        outside += inside ? 0 : 1;
        boolean back = g * v > 0;
        assertThat((double) gradients.get(i, j)).isEqualTo(inside || back ? g : 0);
        sum += g * (inside ? quantizer.codes().get(i, j) - v : quantizer.codes().get(i, j));
      }
      assertThat((double) quantizer.logSteps().gradients().get(0, j))
          .isCloseTo(sum * step, Offset.offset(1e-4));
    }
    assertThat(outside).isLessThan(60);
  }

  @Test
  void dampingDrawsEachWeightToItsLevelAndNeverPastIt() {
    WeightQuantizer quantizer =
        new WeightQuantizer(new WeightFormat.Ternary(), 4, 1, false, new Workers(1));
    quantizer.logSteps().vector()[0] = (float) Math.log(2);
    Matrix weights = new Matrix(4, 1, new float[] {-5, -1.5f, 0.5f, 2});
    quantizer.quantize(weights, null);

    quantizer.dampen(weights, 0.1f);
    assertThat(weights.toArray()).containsExactly(new float[] {-4.85f, -1.525f, 0.475f, 2}, EXACT);

    quantizer.dampen(weights, 1000);
    assertThat(weights.toArray())
        .containsExactly(new float[] {-3.425f, -1.7625f, 0.2375f, 2}, EXACT);
  }
}
