package io.hdlgen.hdl.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.network.Interval;
import org.junit.jupiter.api.Test;

class RangeTest {
  /** The width that a range has here and in the quantizer; and no shorter field holds both ends. */
  @Test
  void widthIsTheShortestFieldThatHoldsBothEnds() {
    for (int min = -70; min <= 70; min++) {
      for (int max = min; max <= 70; max++) {
        Range range = Range.of(min, max);
        int width = range.width();
        assertThat(width).isEqualTo(new Interval(min, max).width());
        assertThat(field(width, range.isSigned()).contains(range)).isTrue();
        if (width > 1) {
          assertThat(field(width - 1, range.isSigned()).contains(range)).isFalse();
        }
      }
    }
  }

  private static Range field(int width, boolean signed) {
    return signed ? Range.signed(width) : Range.unsigned(width);
  }

  @Test
  void arithmeticIsExact() {
    for (int a = -4; a <= 4; a++) {
      for (int b = a; b <= 4; b++) {
        Range left = Range.of(a, b);
        Range right = Range.of(-2, 3);
        assertThat(left.plus(right)).isEqualTo(Range.of(a - 2, b + 3));
        assertThat(left.minus(right)).isEqualTo(Range.of(a - 3, b + 2));
        assertThat(left.shiftLeft(2)).isEqualTo(Range.of(4 * a, 4 * b));
        assertThat(left.union(right)).isEqualTo(Range.of(Math.min(a, -2), Math.max(b, 3)));
      }
    }
    assertThat(Range.of(-4, 2).intersect(Range.of(0, 9))).isEqualTo(Range.of(0, 2));
    assertThatThrownBy(() -> Range.of(0, 1).intersect(Range.of(2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
