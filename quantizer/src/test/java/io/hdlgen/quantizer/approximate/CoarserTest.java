package io.hdlgen.quantizer.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoarserTest {
  private static IntegerNetwork network(InputFeature... features) {
    long[] weights = new long[features.length];
    Arrays.fill(weights, 3);
    return new IntegerNetwork(
        "n",
        List.of(features),
        List.of(
            new DenseLayer(
                "l",
                LongMatrix.of(new long[][] {weights}),
                LongVector.of(1),
                new Activation.Identity())),
        new Decision.Threshold(LongVector.of(1), LongVector.of(0), 5),
        List.of("no", "yes"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Rounding.class,
      names = {"HALF_EVEN", "HALF_UP", "HALF_DOWN", "FLOOR"})
  void aCoarserCodeIsTheFloorOfTheOldOne(Rounding rounding) {
    for (Encoding encoding : List.of(Encoding.UNSIGNED, Encoding.SIGNED)) {
      for (double scale : new double[] {0.5, -0.25}) {
        InputFeature feature = InputFeature.filling("x", 5, encoding, scale, 1, rounding);
        for (int lost = 0; lost < 5; lost++) {
          IntegerNetwork coarse = new CoarserFeatures(LongVector.of(lost)).apply(network(feature));
          InputFeature other = coarse.inputs().get(0);
          assertThat(other.bits()).isEqualTo(5 - lost);
          assertThat(coarse.layers().get(0).weights().get(0, 0)).isEqualTo(3L << lost);
          for (double x = -20; x < 20; x += 0.0371) {
            assertThat(other.encode(x)).isEqualTo(feature.encode(x) >> lost);
          }
        }
      }
    }
  }

  @Test
  void aFeatureThatLosesAllIsNotRead() {
    InputFeature bits = InputFeature.filling("b", 1, Encoding.BIPOLAR, 1, 0, Rounding.FLOOR);
    InputFeature x = InputFeature.filling("x", 4, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR);
    IntegerNetwork coarse = new CoarserFeatures(LongVector.of(1, 4)).apply(network(bits, x));
    assertThat(coarse.inputs()).containsExactly(bits, x);
    assertThat(coarse.layers().get(0).weights().row(0)).isEqualTo(LongVector.of(0, 0));
  }

  @Test
  void otherFeaturesAreRefused() {
    InputFeature up = InputFeature.filling("x", 4, Encoding.UNSIGNED, 1, 0, Rounding.CEIL);
    assertThatThrownBy(() -> new CoarserFeatures(LongVector.of(1)).apply(network(up)))
        .hasMessageContaining("feature x loses 1");
    InputFeature grid = InputFeature.filling("x", 4, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR);
    InputFeature levels = InputFeature.thermometer(grid, LongVector.of(3));
    assertThatThrownBy(() -> new CoarserFeatures(LongVector.of(0)).apply(network(levels)))
        .hasMessageContaining("thermometer");
  }

  @Test
  void aCoarserStaircaseCountsInGreaterSteps() {
    Activation.MultiThreshold steps =
        new Activation.MultiThreshold(
            -3, 2, LongMatrix.of(new long[][] {{-7, -7, -1, 0, 2, 9, 30}}));
    DenseLayer layer =
        new DenseLayer("l", LongMatrix.of(new long[][] {{1}}), LongVector.of(0), steps);
    for (int lost = 0; lost < 3; lost++) {
      DenseLayer coarse = new CoarserThresholds(lost).apply(layer, List.of());
      for (long at = -40; at < 40; at++) {
        long count = (ActivationFunction.apply(steps, 0, at) + 3) / 2;
        assertThat(ActivationFunction.apply(coarse.activation(), 0, at))
            .isEqualTo(-3 + (2L << lost) * (count >> lost));
      }
    }
    assertThat(CoarserThresholds.most(layer)).isEqualTo(2);
    assertThatThrownBy(() -> new CoarserThresholds(3).apply(layer, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
