package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdderBitsTest {

  @Test
  void digitsAreTheFewest() {
    assertThat(AdderBits.digits(0)).isZero();
    for (long weight = 1; weight <= 1024; weight++) {
      // At the lowest set bit: take or complete the run, whichever needs fewer.
      assertThat(AdderBits.digits(weight)).isEqualTo(fewest(weight));
      assertThat(AdderBits.digits(-weight)).isEqualTo(fewest(weight));
    }
  }

  private static int fewest(long weight) {
    if (weight == 0) {
      return 0;
    }
    return weight % 2 == 0
        ? fewest(weight / 2)
        : weight == 1 ? 1 : 1 + Math.min(fewest(weight / 2), fewest(weight / 2 + 1));
  }

  @Test
  void costIsCountedByHand() {
    InputFeature feature =
        InputFeature.filling("a", 2, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN);
    InputFeature other = InputFeature.filling("b", 2, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN);
    DenseLayer hidden =
        new DenseLayer(
            "hidden",
            LongMatrix.of(new long[][] {{3, 1}}),
            LongVector.of(0),
            new Activation.MultiThreshold(0, 1, LongMatrix.of(new long[][] {{0, 4, 4}})));
    DenseLayer last =
        new DenseLayer(
            "last",
            LongMatrix.of(new long[][] {{1}, {-1}}),
            LongVector.of(0, 0),
            new Activation.Identity());
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            List.of(feature, other),
            List.of(hidden, last),
            new Decision.ArgMax(LongVector.of(1, 1), LongVector.of(0, 0)),
            List.of("x", "y"));

    // Sum in 0..12: 4 bits; 3 = 4 - 1, so 3 digits and 2 adders; 1 threshold that counts. Values
    // 1..3, second score -3..-1: 3 bits, one comparison.
    assertThat(AdderBits.of(network)).isEqualTo(4 * (2 + 1) + 3);
  }
}
