package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The activation of one neuron, given its accumulator as a linear form. */
final class ActivationLowering implements Activation.Visitor<ActivationLowering.Result> {
  private final ModuleBuilder builder;
  private final Origin origin;
  private final LinearForm form;
  private final Supplier<Integer> sum;
  private final Optional<Integer> logic;

  /**
   * @param sum builds the form's sum; not called when the activation is constant
   * @param logic the node of the comparison with the only threshold that matters, if there is one
   *     that needs no sum
   */
  ActivationLowering(
      ModuleBuilder builder,
      Origin origin,
      LinearForm form,
      Supplier<Integer> sum,
      Optional<Integer> logic) {
    this.builder = builder;
    this.origin = origin;
    this.form = form;
    this.sum = sum;
    this.logic = logic;
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
    LiveThresholds live = LiveThresholds.of(activation, origin.neuron(), form);
    List<BigInteger> thresholds = live.thresholds();
    BigInteger first = live.first();
    BigInteger step = BigInteger.valueOf(activation.step());
    if (thresholds.isEmpty()) {
      return Result.constant(first);
    }
    int node =
        logic.isPresent()
            ? logic.get()
            : new ThresholdUnit(builder, origin, sum.get(), thresholds).build();
    return new Result(node, new CodedValue(Range.of(0, thresholds.size()), first, step));
  }

  @Override
  public Result visit(Activation.ShiftRelu relu) {
    BigInteger low = form.accumulator(form.sum().min());
    BigInteger high = form.accumulator(form.sum().max());
    Range exact = ShiftReluUnit.range(relu, new Range(low, high));
    if (exact.isSingle()) {
      return Result.constant(exact.min());
    }
    int accumulator =
        SumTree.affine(builder, origin.as("acc"), sum.get(), form.factor(), form.constant());
    int node = ShiftReluUnit.build(builder, origin, relu, accumulator);
    return new Result(node, new CodedValue(exact, BigInteger.ZERO, BigInteger.ONE));
  }
}
