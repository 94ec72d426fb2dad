package io.hdlgen.hdl.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bits of a netlist compute what its words do. */
class ElaborationTest {
  private static final Origin ORIGIN = Origin.of("x");

  /** Kinds of operands: unsigned, signed, and one of each. */
  enum Operands {
    UNSIGNED(Range.unsigned(3), Range.unsigned(4)),
    SIGNED(Range.signed(4), Range.signed(3)),
    MIXED(Range.unsigned(3), Range.signed(4));

    final Range left;
    final Range right;

    Operands(Range left, Range right) {
      this.left = left;
      this.right = right;
    }
  }

  private interface Operation {
    int add(ModuleBuilder builder, int left, int right);
  }

  @ParameterizedTest
  @EnumSource
  void adds(Operands operands) {
    check(operands, (builder, a, b) -> builder.add(ORIGIN, a, b), (a, b) -> a + b);
  }

  @ParameterizedTest
  @EnumSource
  void subtracts(Operands operands) {
    check(operands, (builder, a, b) -> builder.subtract(ORIGIN, a, b), (a, b) -> a - b);
  }

  @ParameterizedTest
  @EnumSource
  void multiplies(Operands operands) {
    check(operands, (builder, a, b) -> builder.multiply(ORIGIN, a, b), (a, b) -> a * b);
  }

  /** One of three terms or more, which are added at once where they may. */
  @ParameterizedTest
  @EnumSource
  void adds_many_terms(Operands operands) {
    check(
        operands,
        (builder, a, b) ->
            builder.subtract(
                ORIGIN,
                builder.add(ORIGIN, builder.add(ORIGIN, a, b), builder.shiftLeft(ORIGIN, b, 1)),
                a),
        (a, b) -> 3 * b);
  }

  @ParameterizedTest
  @EnumSource
  void compares(Operands operands) {
    check(
        operands,
        (builder, a, b) -> builder.compare(ORIGIN, Comparison.LESS, a, b),
        (a, b) -> a < b ? 1 : 0);
    check(
        operands,
        (builder, a, b) -> builder.compare(ORIGIN, Comparison.GREATER_EQUAL, a, b),
        (a, b) -> a >= b ? 1 : 0);
    check(
        operands,
        (builder, a, b) -> builder.compare(ORIGIN, Comparison.EQUAL, a, b),
        (a, b) -> a == b ? 1 : 0);
  }

  @Test
  void looks_up() {
    LongVector values = LongVector.of(3, -2, 7, 0, 5, 5, -8);
    IntUnaryOperator clamp = index -> Math.min(index, 6);
    check(
        Operands.UNSIGNED,
        (builder, a, b) -> builder.table(ORIGIN, builder.known(a, Range.of(0, 6)), values),
        (a, b) -> values.get(clamp.applyAsInt((int) a)));
  }

  @Test
  void leaves_constant_flip_flops_out() {
    ModuleBuilder builder = new ModuleBuilder("top");
    int in = builder.input(ORIGIN, Range.unsigned(4), "a_i");
    int zero = builder.constant(ORIGIN, 0);
    int padded = builder.concat(ORIGIN, List.of(in, builder.extend(zero, 4)));
    int first = builder.feedback(ORIGIN, Range.unsigned(8), -1, BigInteger.ZERO);
    builder.connect(first, padded);
    builder.output(ORIGIN, "y_o", builder.register(ORIGIN, first, -1));
    Netlist netlist = new Netlist(List.of(builder.build()));
    assertThat(Elaboration.of(netlist, Fabric.GATES).storage().flipFlops()).isEqualTo(8);
  }

  /** An instance twice: its bits count twice. */
  @Test
  void counts_each_instance() {
    ModuleBuilder child = new ModuleBuilder("child");
    int in = child.input(ORIGIN, Range.unsigned(5), "a_i");
    child.output(ORIGIN, "y_o", child.register(ORIGIN, in, -1));
    ModuleBuilder top = new ModuleBuilder("top");
    int a = top.input(ORIGIN, Range.unsigned(5), "a_i");
    var module = child.build();
    var first = top.instance(ORIGIN, module, java.util.Map.of("a_i", a));
    var second = top.instance(ORIGIN, module, java.util.Map.of("a_i", first.get("y_o")));
    top.output(ORIGIN, "y_o", second.get("y_o"));
    Netlist netlist = new Netlist(List.of(module, top.build()));
    assertThat(Elaboration.of(netlist, Fabric.GATES).storage().flipFlops()).isEqualTo(10);
  }

  private static void check(Operands operands, Operation operation, LongBinaryOperator expected) {
    ModuleBuilder builder = new ModuleBuilder("top");
    int left = builder.input(ORIGIN, operands.left, "a_i");
    int right = builder.input(ORIGIN, operands.right, "b_i");
    int result = operation.add(builder, left, right);
    builder.output(ORIGIN, "y_o", result);
    Elaboration design = Elaboration.of(new Netlist(List.of(builder.build())), Fabric.GATES);
    int width = builder.node(result).width();
    long mask = (1L << width) - 1;
    for (long a = operands.left.min().longValue(); a <= operands.left.max().longValue(); a++) {
      for (long b = operands.right.min().longValue(); b <= operands.right.max().longValue(); b++) {
        // The reset is the first source, the inputs' bits follow.
        long sources =
            (field(a, operands.left) | field(b, operands.right) << operands.left.width()) << 1;
        GraphValues values = new GraphValues(design.graph(), sources);
        assertThat(values.number(design.sinks()))
            .as("%d, %d", a, b)
            .isEqualTo(expected.applyAsLong(a, b) & mask);
      }
    }
  }

  private static long field(long value, Range range) {
    return value & ((1L << range.width()) - 1);
  }
}
