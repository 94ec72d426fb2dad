package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.network.Encoding;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearFormTest {
  private static final CodedValue CODE = coded(Range.of(0, 7), 0, 1);

  private static CodedValue coded(Range code, long first, long step) {
    return new CodedValue(code, BigInteger.valueOf(first), BigInteger.valueOf(step));
  }

  private static LinearForm.Term term(int input, long coefficient) {
    return new LinearForm.Term(input, BigInteger.valueOf(coefficient));
  }

  @Test
  void commonFactorsLeaveTheSum() {
    LinearForm form = LinearForm.of(Designs.row(6, 0, -9), 5, List.of(CODE, CODE, CODE));
    assertThat(form.terms()).containsExactly(term(0, 2), term(2, -3));
    assertThat(form.factor()).isEqualTo(3);
    assertThat(form.constant()).isEqualTo(5);
    assertThat(form.sum()).isEqualTo(Range.of(-21, 14));
    assertThat(form.accumulator(BigInteger.valueOf(-21))).isEqualTo(-58);
  }

  /** 3 * (2a - 1) - (2b - 1) + 4 = 2 * (3a - b) + 2. */
  @Test
  void bipolarInputsBecomeBits() {
    CodedValue bipolar = CodedValue.of(Designs.feature("x", 1, Encoding.BIPOLAR)).get(0);
    LinearForm form = LinearForm.of(Designs.row(3, -1), 4, List.of(bipolar, bipolar));
    assertThat(form.terms()).containsExactly(term(0, 3), term(1, -1));
    assertThat(form.factor()).isEqualTo(2);
    assertThat(form.constant()).isEqualTo(2);
    assertThat(form.sum()).isEqualTo(Range.of(-1, 3));
  }

  @Test
  void constantInputsMoveIntoTheConstant() {
    CodedValue constant = coded(Range.of(0, 0), -17, 1);
    LinearForm form = LinearForm.of(Designs.row(2, 5), 1, List.of(constant, CODE));
    assertThat(form.terms()).containsExactly(term(1, 1));
    assertThat(form.factor()).isEqualTo(5);
    assertThat(form.constant()).isEqualTo(-33);
    LinearForm none = LinearForm.of(Designs.row(2, 0), 1, List.of(constant, CODE));
    assertThat(none.terms()).isEmpty();
    assertThat(none.factor()).isEqualTo(1);
    assertThat(none.sum()).isEqualTo(Range.of(0, 0));
    assertThat(none.accumulator(BigInteger.ZERO)).isEqualTo(-33);
  }

  @Test
  void sumReachingIsTheLowestSumThatReaches() {
    for (int factor = 1; factor <= 7; factor++) {
      for (int bias = -9; bias <= 9; bias++) {
        LinearForm form = LinearForm.of(Designs.row(factor), bias, List.of(CODE));
        assertThat(form.factor()).isEqualTo(factor);
        for (int threshold = -60; threshold <= 60; threshold++) {
          BigInteger reaching = form.sumReaching(BigInteger.valueOf(threshold));
          assertThat(form.accumulator(reaching)).isGreaterThanOrEqualTo(big(threshold));
          assertThat(form.accumulator(reaching.subtract(BigInteger.ONE)))
              .isLessThan(big(threshold));
        }
      }
    }
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
