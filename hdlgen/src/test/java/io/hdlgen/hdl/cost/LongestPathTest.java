package io.hdlgen.hdl.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LongestPathTest {
  /** A gate takes 1 ns, an adder of n bits 10 + n ns. */
  private static final CostModel MODEL = new CostModel("test", 0, 1, 10, 1);

  private static final Origin AT = Origin.of("x");

  private static double path(HdlModule... modules) {
    return LongestPath.of(new Netlist(List.of(modules)), MODEL);
  }

  /** From a_i through an adder of 5 bits to a register, and from that through a gate to o_o. */
  private static HdlModule child() {
    ModuleBuilder builder = new ModuleBuilder("child");
    int a = builder.input(AT, Range.unsigned(4), "a_i");
    int sum = builder.add(AT, a, builder.constant(AT, 3));
    int held = builder.register(AT, sum, Register.ALWAYS);
    builder.output(AT, "held_o", builder.and(AT, held, held));
    builder.output(AT, "through_o", builder.and(AT, a, a));
    return builder.build();
  }

  @Test
  void ofOneModule() {
    // 5 bits into the register.
    assertThat(path(child())).isCloseTo(15, Offset.offset(1e-9));
  }

  @Test
  void goesThroughInstances() {
    ModuleBuilder builder = new ModuleBuilder("top");
    int in = builder.input(AT, Range.unsigned(4), "in_i");
    int first = builder.register(AT, in, Register.ALWAYS);
    int gate = builder.and(AT, first, first);
    Map<String, Integer> outputs = builder.instance(AT, child(), Map.of("a_i", gate));
    // Launched in the child: a gate there and an adder of 6 bits here. Through it: three gates.
    int further = builder.add(AT, outputs.get("held_o"), builder.constant(AT, 1));
    builder.output(AT, "end_o", builder.register(AT, further, Register.ALWAYS));
    int through = outputs.get("through_o");
    builder.output(AT, "other_o", builder.and(AT, through, through));
    // The longest: a gate here, 5 bits of adder in the child, or 1 + 10 + 6.
    assertThat(path(child(), builder.build())).isCloseTo(17, Offset.offset(1e-9));
  }

  @Test
  void withoutRegistersItIsFromPortToPort() {
    ModuleBuilder builder = new ModuleBuilder("top");
    int a = builder.input(AT, Range.unsigned(4), "a_i");
    int gate = builder.and(AT, a, a);
    builder.output(AT, "o_o", builder.add(AT, gate, builder.constant(AT, 3)));
    assertThat(path(builder.build())).isCloseTo(16, Offset.offset(1e-9));
  }

  @Test
  void feedbackEndsAtItsRegister() {
    ModuleBuilder builder = new ModuleBuilder("top");
    int count = builder.feedback(AT, Range.unsigned(8), Register.ALWAYS, BigInteger.ZERO);
    int more = builder.add(AT, count, builder.constant(AT, 1));
    builder.connect(count, builder.known(more, Range.unsigned(8)));
    builder.output(AT, "o_o", count);
    assertThat(path(builder.build())).isCloseTo(19, Offset.offset(1e-9));
  }
}
