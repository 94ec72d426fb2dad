package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The activation of one neuron, given its accumulator as a linear form. */
final class ActivationLowering implements Activation.Visitor<ActivationLowering.Result> {
  private final ModuleBuilder builder;
  private final Origin origin;
  private final LinearForm form;
  private final Supplier<Integer> sum;
  private final int neuron;

  /**
   * @param sum builds the form's sum; not called when the activation is constant
   */
  ActivationLowering(ModuleBuilder builder, Origin origin, LinearForm form, Supplier<Integer> sum) {
    this.builder = builder;
    this.origin = origin;
    this.form = form;
    this.sum = sum;
    this.neuron = origin.neuron();
  }

  /**
   * What the neuron gives.
   *
   * @param node the code's node; -1 if the value is constant
   */
  record Result(int node, CodedValue value) {
    static Result constant(BigInteger value) {
      return new Result(-1, new CodedValue(Range.of(0, 0), value, BigInteger.ONE));
    }
  }

  @Override
  public Result visit(Activation.Identity identity) {
    if (form.sum().isSingle()) {
      return Result.constant(form.accumulator(form.sum().min()));
    }
    int node = sum.get();
    return new Result(node, new CodedValue(form.sum(), form.constant(), form.factor()));
  }

  @Override
  public Result visit(Activation.MultiThreshold activation) {
    LongVector row = activation.thresholds().row(neuron);
    BigInteger first = BigInteger.valueOf(activation.first());
    BigInteger step = BigInteger.valueOf(activation.step());
    List<BigInteger> thresholds = new ArrayList<>();
    for (int level = 0; level < row.size(); level++) {
      BigInteger reaching = form.sumReaching(BigInteger.valueOf(row.get(level)));
      if (reaching.compareTo(form.sum().min()) <= 0) {
        first = first.add(step);
      } else if (reaching.compareTo(form.sum().max()) <= 0) {
        thresholds.add(reaching);
      }
    }
    if (thresholds.isEmpty()) {
      return Result.constant(first);
    }
    int node = new ThresholdUnit(builder, origin, sum.get(), thresholds).build();
    return new Result(node, new CodedValue(Range.of(0, thresholds.size()), first, step));
  }

  @Override
  public Result visit(Activation.ShiftRelu relu) {
    BigInteger top = BigInteger.ONE.shiftLeft(relu.bits()).subtract(BigInteger.ONE);
    BigInteger low = value(relu, top, form.accumulator(form.sum().min()));
    BigInteger high = value(relu, top, form.accumulator(form.sum().max()));
    if (low.equals(high)) {
      return Result.constant(low);
    }
    int accumulator =
        SumTree.affine(builder, origin.as("acc"), sum.get(), form.factor(), form.constant());
    Range range = builder.range(accumulator);
    BigInteger shiftedMax = range.max().shiftRight(relu.drop());
    Range shiftedRange = Range.unsigned(Math.max(1, shiftedMax.bitLength()));
    int code = builder.slice(origin.as("shifted"), accumulator, relu.drop(), shiftedRange);
    if (shiftedMax.compareTo(top) > 0) {
      int limit = builder.constant(origin.as("limit"), top);
      int beyond = builder.compare(origin.as("beyond"), Comparison.LESS, limit, code);
      int kept = builder.slice(origin.as("kept"), code, 0, Range.unsigned(relu.bits()));
      code = builder.mux(origin.as("saturated"), beyond, limit, kept);
    }
    Range exact = new Range(low, high);
    if (range.isSigned()) {
      int zero = builder.constant(origin.as("zero"), 0);
      int negative = builder.compare(origin.as("negative"), Comparison.LESS, accumulator, zero);
      Range wide = Range.unsigned(builder.node(code).width());
      code = builder.mux(origin.as("act"), negative, zero, code, wide);
    }
    int fitted = builder.slice(origin.as("act"), code, 0, exact);
    return new Result(fitted, new CodedValue(exact, BigInteger.ZERO, BigInteger.ONE));
  }

  private static BigInteger value(Activation.ShiftRelu relu, BigInteger top, BigInteger at) {
    return at.signum() < 0 ? BigInteger.ZERO : at.shiftRight(relu.drop()).min(top);
  }
}
