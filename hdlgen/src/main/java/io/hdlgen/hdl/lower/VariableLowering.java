package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The node of a variable. */
final class VariableLowering implements Variable.Visitor<Integer> {
  private final ModuleBuilder builder;
  private final int layer;
  private final List<CodedValue> inputs;
  private final Map<Integer, Integer> codes;
  private final Range range;

  /**
   * @param codes the node of each input that is read
   * @param range of the variable
   */
  VariableLowering(
      ModuleBuilder builder,
      int layer,
      List<CodedValue> inputs,
      Map<Integer, Integer> codes,
      Range range) {
    this.builder = builder;
    this.layer = layer;
    this.inputs = inputs;
    this.codes = codes;
    this.range = range;
  }

  @Override
  public Integer visit(Variable.Input input) {
    return codes.get(input.input());
  }

  @Override
  public Integer visit(Variable.Masked masked) {
    Origin origin = Origin.of(layer, "kept_" + masked.input());
    int product = value(origin, masked.input(), BigInteger.valueOf(masked.factor()));
    return new KeptBits(builder, origin).masked(product, masked.mask(), range);
  }

  @Override
  public Integer visit(Variable.Saturated saturated) {
    Origin origin = Origin.of(layer, "group_" + saturated.inputs().get(0));
    boolean anyOf =
        saturated.cap().equals(BigInteger.ONE)
            && saturated.inputs().stream().map(inputs::get).allMatch(VariableLowering::isBit);
    return anyOf ? any(origin, saturated.inputs()) : least(origin, saturated);
  }

  /** Whether code and value are one bit. */
  private static boolean isBit(CodedValue value) {
    return Range.BIT.contains(value.code())
        && value.first().signum() == 0
        && value.step().equals(BigInteger.ONE);
  }

  private int value(Origin origin, int input, BigInteger factor) {
    CodedValue value = inputs.get(input);
    return SumTree.affine(
        builder,
        origin,
        codes.get(input),
        value.step().multiply(factor),
        value.first().multiply(factor));
  }

  private int any(Origin origin, List<Integer> members) {
    List<Integer> bits = new ArrayList<>();
    members.forEach(i -> bits.add(codes.get(i)));
    while (bits.size() > 1) {
      bits.add(builder.or(origin, bits.remove(0), bits.remove(0)));
    }
    return bits.get(0);
  }

  private int least(Origin origin, Variable.Saturated saturated) {
    SumTree tree = new SumTree(builder, origin);
    BigInteger constant = BigInteger.ZERO;
    for (int i : saturated.inputs()) {
      CodedValue value = inputs.get(i);
      constant = constant.add(value.first());
      tree.plusScaled(codes.get(i), value.step(), 0);
    }
    int sum = tree.build(constant);
    int cap = builder.constant(origin, saturated.cap());
    int beyond = builder.compare(origin.as("beyond"), Comparison.LESS, cap, sum);
    int wide = builder.range(sum).width();
    Range field = range.isSigned() ? Range.signed(range.width()) : Range.unsigned(range.width());
    int kept = wide > range.width() ? builder.slice(origin, sum, 0, field) : sum;
    return builder.mux(origin, beyond, cap, kept, range);
  }
}
