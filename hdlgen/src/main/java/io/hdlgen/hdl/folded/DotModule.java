package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.SumTree;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * The sum of some codes times weights, none of them constant, as a combinational module.
 *
 * <p>Products of agreeing bits are XNOR gates; weights of few bits choose what is added, bit by
 * bit; products of two wide numbers are left to multipliers.
 */
final class DotModule {
  static final String SUM = "sum_o";

  private final LayerNumbers numbers;
  private final Multiplication multiplication;
  private final ModuleBuilder builder;
  private final Origin origin;

  private DotModule(String name, int layer, LayerNumbers numbers, Multiplication multiplication) {
    this.numbers = numbers;
    this.multiplication = multiplication;
    this.builder = new ModuleBuilder(name);
    this.origin = Origin.of(layer, "dot");
  }

  static String codePort(int lane) {
    return "x" + lane + "_i";
  }

  static String weightPort(int lane) {
    return "w" + lane + "_i";
  }

  /** The field of a weight: one bit where it is +1 or -1. */
  static Range weightField(LayerNumbers numbers) {
    return numbers.agreements() ? Range.BIT : numbers.weight();
  }

  /**
   * The module.
   *
   * @param lanes codes at a time
   * @param multiplication which products are multiplications
   */
  static HdlModule of(
      String name, int layer, LayerNumbers numbers, int lanes, Multiplication multiplication) {
    return new DotModule(name, layer, numbers, multiplication).build(lanes);
  }

  private HdlModule build(int lanes) {
    SumTree tree = new SumTree(builder, origin.as("sum"));
    for (int lane = 0; lane < lanes; lane++) {
      int code = builder.input(origin.as("x" + lane), numbers.inputs().field(), codePort(lane));
      int weight = builder.input(origin.as("w" + lane), weightField(numbers), weightPort(lane));
      product(tree, code, weight);
    }
    int sum = builder.known(tree.build(BigInteger.ZERO), numbers.group());
    builder.output(origin.as("sum"), SUM, sum);
    return builder.build();
  }

  private void product(SumTree tree, int code, int weight) {
    if (numbers.agreements()) {
      int differ = builder.append(new Node.Xor(origin.as("differ"), Range.BIT, code, weight));
      tree.plus(builder.not(origin.as("agree"), differ), 0, false, 0);
      return;
    }
    Range weights = weightField(numbers);
    int codeBits = numbers.inputs().width();
    if (multiplication.multiplies(codeBits, weights.width())) {
      tree.plus(builder.multiply(origin.as("product"), code, weight), 0, false, 1);
      return;
    }
    if (weights.equals(Range.of(-1, 1))) {
      signed(tree, code, weight);
      return;
    }
    int zero = builder.constant(origin.as("zero"), 0);
    int top = weights.width() - 1;
    for (int bit = 0; bit <= top; bit++) {
      int chosen =
          weights.equals(Range.BIT)
              ? weight
              : builder.slice(origin.as("bit"), weight, bit, Range.BIT);
      int term = builder.mux(origin.as("term"), chosen, code, zero);
      tree.plus(term, bit, weights.isSigned() && bit == top, 0);
    }
  }

  /** Ternary weights: bit 0 says whether, bit 1 whether negated. */
  private void signed(SumTree tree, int code, int weight) {
    int zero = builder.constant(origin.as("zero"), 0);
    int some = builder.slice(origin.as("some"), weight, 0, Range.BIT);
    int minus = builder.slice(origin.as("minus"), weight, 1, Range.BIT);
    int plus = builder.and(origin.as("plus"), some, builder.not(origin.as("not_minus"), minus));
    tree.plus(builder.mux(origin.as("added"), plus, code, zero), 0, false, 0);
    tree.plus(builder.mux(origin.as("taken"), minus, code, zero), 0, true, 0);
  }
}
