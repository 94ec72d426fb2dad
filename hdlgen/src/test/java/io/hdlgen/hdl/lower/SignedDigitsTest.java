package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedDigitsTest {
  private static final int MAX = 4096;

  @Test
  void digitsAddUpAndHaveNoNeighbours() {
    for (int value = -MAX; value <= MAX; value++) {
      long sum = 0;
      int before = -2;
      for (SignedDigits.Digit digit : SignedDigits.of(BigInteger.valueOf(value))) {
        sum += (digit.negative() ? -1L : 1L) << digit.shift();
        assertThat(digit.shift()).as("digits of %d", value).isGreaterThan(before + 1);
        before = digit.shift();
      }
      assertThat(sum).isEqualTo(value);
    }
  }

  @Test
  void noFormHasFewerDigits() {
    int[] fewest = fewestDigits();
    for (int value = -MAX; value <= MAX; value++) {
      assertThat(SignedDigits.of(BigInteger.valueOf(value)))
          .as("digits of %d", value)
          .hasSize(fewest[value + 2 * MAX]);
    }
  }

  /** By search: the least number of signed powers of two that add up to each value. */
  private static int[] fewestDigits() {
    int[] fewest = new int[4 * MAX + 1];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    fewest[2 * MAX] = 0;
    for (int digits = 0; digits < 8; digits++) {
      for (int at = 0; at < fewest.length; at++) {
        for (int power = 1; fewest[at] == digits && power <= 2 * MAX; power *= 2) {
          for (int next : List.of(at - power, at + power)) {
            if (next >= 0 && next < fewest.length) {
              fewest[next] = Math.min(fewest[next], digits + 1);
            }
          }
        }
      }
    }
    return fewest;
  }

  @Test
  void digitsOfLargeNumbers() {
    BigInteger value = BigInteger.ONE.shiftLeft(100).subtract(BigInteger.ONE);
    assertThat(SignedDigits.of(value))
        .containsExactly(new SignedDigits.Digit(0, true), new SignedDigits.Digit(100, false));
  }
}
