package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A neuron's accumulator over the codes of its inputs, or of other {@link Variable}s: {@code factor
 * * sum(coefficient * code) + constant}, with coefficients that have no common divisor.
 *
 * @param terms no input twice, no coefficient zero; empty for a constant accumulator
 * @param sum the exact range of the sum
 */
record LinearForm(List<Term> terms, Range sum, BigInteger factor, BigInteger constant) {

  /** {@code coefficient * code} of one input. */
  record Term(int input, BigInteger coefficient) {}

  /** The form of {@code bias + weights . values}. */
  static LinearForm of(LongVector weights, long bias, List<CodedValue> inputs) {
    BigInteger constant = BigInteger.valueOf(bias);
    List<Term> raw = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i) == 0) {
        continue;
      }
      BigInteger weight = BigInteger.valueOf(weights.get(i));
      CodedValue input = inputs.get(i);
      if (input.isConstant()) {
        constant = constant.add(weight.multiply(input.value(input.code().min())));
        continue;
      }
      BigInteger coefficient = weight.multiply(input.step());
      constant = constant.add(weight.multiply(input.first()));
      raw.add(new Term(i, coefficient));
    }
    return ofCodes(raw, constant, inputs.stream().map(CodedValue::code).toList());
  }

  /**
   * The form of {@code constant} and terms that may have a common divisor.
   *
   * @param codes range of each variable
   */
  static LinearForm ofCodes(List<Term> raw, BigInteger constant, List<Range> codes) {
    BigInteger divisor = BigInteger.ZERO;
    for (Term term : raw) {
      divisor = divisor.gcd(term.coefficient());
    }
    BigInteger factor = divisor.signum() == 0 ? BigInteger.ONE : divisor;
    List<Term> terms = new ArrayList<>(raw.size());
    Range sum = Range.of(0, 0);
    for (Term term : raw) {
      BigInteger coefficient = term.coefficient().divide(factor);
      terms.add(new Term(term.input(), coefficient));
      sum = sum.plus(scaled(codes.get(term.input()), coefficient));
    }
    return new LinearForm(List.copyOf(terms), sum, factor, constant);
  }

  /** The same where something else computes what becomes of the sum. */
  LinearForm withoutTerms() {
    return new LinearForm(List.of(), Range.of(0, 0), factor, constant);
  }

  /**
   * The same accumulator by a sum that is one less: what a one's complement in the place of a
   * subtraction makes of it.
   */
  LinearForm oneLess() {
    Range less = sum.minus(Range.of(1, 1));
    return new LinearForm(terms, less, factor, constant.add(factor));
  }

  /** The accumulator when the sum is {@code at}. */
  BigInteger accumulator(BigInteger at) {
    return factor.multiply(at).add(constant);
  }

  /** The lowest sum at which the accumulator reaches {@code threshold}. */
  BigInteger sumReaching(BigInteger threshold) {
    BigInteger[] quotient = threshold.subtract(constant).divideAndRemainder(factor);
    return quotient[1].signum() > 0 ? quotient[0].add(BigInteger.ONE) : quotient[0];
  }

  static Range scaled(Range range, BigInteger factor) {
    BigInteger a = range.min().multiply(factor);
    BigInteger b = range.max().multiply(factor);
    return new Range(a.min(b), a.max(b));
  }
}
