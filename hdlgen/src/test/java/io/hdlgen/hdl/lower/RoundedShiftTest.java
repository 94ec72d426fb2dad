package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundedShiftTest {

  /**
   * Thresholds of {@code clamp(round((sum + bias) / 2^shift), 0, levels)}, found by counting up.
   */
  private static List<BigInteger> thresholds(Rounding rounding, int bias, int shift, int levels) {
    List<BigInteger> thresholds = new ArrayList<>();
    for (int count = 1; count <= levels; count++) {
      int sum = -4096;
      while (rounding.apply((sum + bias) / (double) (1 << shift)) < count) {
        sum++;
      }
      thresholds.add(BigInteger.valueOf(sum));
    }
    return thresholds;
  }

  @ParameterizedTest
  @EnumSource(Rounding.class)
  void everyRoundingOfAPowerOfTwoIsFound(Rounding rounding) {
    for (int shift = 0; shift <= 5; shift++) {
      for (int bias = -40; bias <= 40; bias += 7) {
        Optional<RoundedShift> form = RoundedShift.of(thresholds(rounding, bias, shift, 12));
        assertThat(form).as("%s, bias %d, shift %d", rounding, bias, shift).isPresent();
        assertThat(form.get().shift()).isEqualTo(shift);
        boolean ties = rounding == Rounding.HALF_EVEN && shift > 0;
        assertThat(form.get().tie() != RoundedShift.Tie.NONE).isEqualTo(ties);
      }
    }
  }

  @Test
  void thresholdsWithoutTheFormAreLeftAlone() {
    List<BigInteger> thresholds = new ArrayList<>(thresholds(Rounding.HALF_EVEN, 3, 4, 12));
    thresholds.set(7, thresholds.get(7).add(BigInteger.ONE));
    assertThat(RoundedShift.of(thresholds)).isEmpty();
    assertThat(RoundedShift.of(List.of(BigInteger.ONE, BigInteger.TEN))).isEmpty();
    assertThat(
            RoundedShift.of(
                List.of(BigInteger.valueOf(3), BigInteger.valueOf(6), BigInteger.valueOf(9))))
        .isEmpty();
  }
}
