package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import java.math.BigInteger;

/** Quantized ReLU of an accumulator. */
public final class ShiftReluUnit {
  private ShiftReluUnit() {}

  /** What the accumulators of a range become. */
  public static Range range(Activation.ShiftRelu relu, Range accumulator) {
    return new Range(value(relu, accumulator.min()), value(relu, accumulator.max()));
  }

  private static BigInteger top(Activation.ShiftRelu relu) {
    return BigInteger.ONE.shiftLeft(relu.bits()).subtract(BigInteger.ONE);
  }

  private static BigInteger value(Activation.ShiftRelu relu, BigInteger at) {
    return at.signum() < 0 ? BigInteger.ZERO : at.shiftRight(relu.drop()).min(top(relu));
  }

  /** The node of the value, whose range is {@link #range} of the accumulator's. */
  public static int build(
      ModuleBuilder builder, Origin origin, Activation.ShiftRelu relu, int accumulator) {
    Range range = builder.range(accumulator);
    Range exact = range(relu, range);
    if (exact.isSingle()) {
      return builder.constant(origin.as("act"), exact.min());
    }
    BigInteger top = top(relu);
    BigInteger shiftedMax = range.max().shiftRight(relu.drop());
    Range shiftedRange = Range.unsigned(Math.max(1, shiftedMax.bitLength()));
    int code = builder.slice(origin.as("shifted"), accumulator, relu.drop(), shiftedRange);
    if (shiftedMax.compareTo(top) > 0) {
      int limit = builder.constant(origin.as("limit"), top);
      int beyond = builder.compare(origin.as("beyond"), Comparison.LESS, limit, code);
      int kept = builder.slice(origin.as("kept"), code, 0, Range.unsigned(relu.bits()));
      code = builder.mux(origin.as("saturated"), beyond, limit, kept);
    }
    if (range.isSigned()) {
      int zero = builder.constant(origin.as("zero"), 0);
      int negative = builder.compare(origin.as("negative"), Comparison.LESS, accumulator, zero);
      Range wide = Range.unsigned(builder.node(code).width());
      code = builder.mux(origin.as("act"), negative, zero, code, wide);
    }
    return builder.slice(origin.as("act"), code, 0, exact);
  }
}
