package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * How hardware carries a value of the network: {@code value = first + step * code}. A bipolar value
 * is one bit, a multi-threshold value the number of thresholds met, a linear one its sum without
 * bias and common factor.
 *
 * @param code the codes that occur; a single one needs no wire
 */
public record CodedValue(Range code, BigInteger first, BigInteger step) {
  /** How each value that layer 0 takes of a feature is carried. */
  public static List<CodedValue> of(InputFeature feature) {
    return Collections.nCopies(
        feature.values(),
        feature.encoding() == Encoding.BIPOLAR
            ? new CodedValue(Range.BIT, BigInteger.ONE.negate(), BigInteger.TWO)
            : new CodedValue(Range.of(feature.valueRange()), BigInteger.ZERO, BigInteger.ONE));
  }

  /** Whether the value never changes. */
  boolean isConstant() {
    return code.isSingle();
  }

  /** The value at a code. */
  BigInteger value(BigInteger at) {
    return first.add(step.multiply(at));
  }
}
