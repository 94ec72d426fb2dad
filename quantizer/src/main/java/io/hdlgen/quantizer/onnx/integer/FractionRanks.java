package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.LongVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Outputs of one gain and different offsets, {@code gain * (value[k] + r[k])}: as values are
 * integers, their order depends on the whole part of {@code r[k]} and on the rank of its fractional
 * part among the others, and on nothing else. So {@code m * value[k] + m * floor(r[k]) + rank[k]},
 * with as many ranks as {@code m}, orders all values exactly as the outputs do, ties included, with
 * the smallest multiplier that can.
 */
final class FractionRanks {
  private FractionRanks() {}

  /**
   * The scaling.
   *
   * @param gain positive
   * @return nothing if an offset would exceed {@code limit}
   */
  static Optional<ScoreScaling> of(double gain, double[] offsets, long limit) {
    int digits = Math.max(0, new BigDecimal(gain).scale());
    for (double offset : offsets) {
      digits = Math.max(digits, new BigDecimal(offset).scale());
    }
    BigInteger unit = integer(gain, digits);
    List<BigInteger> wholes = new ArrayList<>();
    List<BigInteger> fractions = new ArrayList<>();
    for (double offset : offsets) {
      BigInteger exact = onGrid(offset / gain, integer(offset, digits), unit);
      BigInteger fraction = exact.mod(unit);
      fractions.add(fraction);
      wholes.add(exact.subtract(fraction).divide(unit));
    }
    List<BigInteger> ranks = new ArrayList<>(new TreeSet<>(fractions));
    BigInteger multiplier = BigInteger.valueOf(ranks.size());
    long[] terms = new long[offsets.length];
    for (int k = 0; k < terms.length; k++) {
      BigInteger term =
          wholes
              .get(k)
              .multiply(multiplier)
              .add(BigInteger.valueOf(ranks.indexOf(fractions.get(k))));
      if (term.bitLength() > 62 || Math.abs(term.longValue()) > limit) {
        return Optional.empty();
      }
      terms[k] = term.longValue();
    }
    return Optional.of(
        new ScoreScaling(
            LongVector.filled(terms.length, ranks.size()), LongVector.of(terms), Optional.empty()));
  }

  /** Without the rounding of a product of the gain and a whole number. */
  private static BigInteger onGrid(double multiple, BigInteger exact, BigInteger unit) {
    double whole = Math.rint(multiple);
    boolean close = Math.abs(multiple - whole) <= Math.abs(whole) * 0x1p-50;
    return close ? unit.multiply(new BigDecimal(whole).toBigInteger()) : exact;
  }

  private static BigInteger integer(double value, int digits) {
    return new BigDecimal(value).scaleByPowerOfTen(digits).toBigIntegerExact();
  }
}
