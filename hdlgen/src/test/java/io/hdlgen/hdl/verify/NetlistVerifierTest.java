package io.hdlgen.hdl.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.text.NetlistParser;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule has an example that breaks it, and the message says which. */
class NetlistVerifierTest {
  private static final String PROLOGUE =
      """
      hdlgen-netlist 1
      module child
        %0 = input "p_i" : [0, 7] @ - - p
        %1 = output "q_o" %0 : [0, 7] @ - - q
      module m
        %0 = input "a_i" : [0, 7] @ - - a
        %1 = input "b_i" : [-4, 3] @ - - b
        %2 = input "s_i" : [0, 1] @ - - s
        %3 = instance child "p_i" %0 @ - - u
      """;

  private static Node parse(String node) {
    String text = PROLOGUE + "  %4 = " + node + " @ l0 n0 x\n";
    return NetlistParser.parse(text, "n.txt").top().node(4);
  }

  @Test
  void anUnbrokenNodeIsRead() {
    assertThat(parse("add %0 %1 : [-4, 3]")).isInstanceOf(Node.Add.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "input \"a_i\" : [0, 7] | a second port a_i",
        "input \"clk_i\" : [0, 1] | 'clk_i' is no name for a port",
        "input \"a b\" : [0, 1] | 'a b' is no name for a port",
        "add %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "add %0 %0 : [0, 14] | 4 bits wanted, but %0 has 3",
        "subtract %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "subtract %0 %0 : [-8, -8] | 4 bits wanted, but %0 has 3",
        "shift_left 0 %0 : [0, 7] | 3 bits, not 3",
        "shift_left 2 %0 : [0, 14] | 4 bits, not 5",
        "shift_left 1 %0 : [0, 15] | [0, 15] does not lie in [0, 14]",
        "extend 3 %0 : [0, 7] | does not extend",
        "extend 5 %0 : [0, 6] | changes the range",
        "slice 2 %0 : [0, 3] | bits 2 to 3 of 3",
        "concat %0 %2 : [0, 7] | 3 bits, not 4",
        "concat : [0, 1] | 1 bits, not 0",
        "concat %0 %2 : [-8, 7] | signed range [-8, 7]",
        "not %1 : [0, 7] | bitwise on the signed %1",
        "and %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "or %0 %1 : [0, 7] | bitwise on the signed %1",
        "xor %0 %0 : [-4, 3] | signed range [-4, 3]",
        "mux %0 %0 %0 : [0, 7] | %0 is no bit",
        "mux %2 %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "mux %2 %1 %1 : [4, 7] | range [4, 7] is disjoint from [-4, 3]",
        "less %0 %2 | 3 bits wanted, but %2 has 1",
        "equal %0 %1 | an unsigned operand lacks its sign bit",
        "table 1 2 %0 : [1, 2] | index [0, 7] into 2 entries",
        "table 1 2 %1 : [1, 2] | index [-4, 3] into 2 entries",
        "table 1 9 %2 : [1, 2] | entry 9 outside [1, 2]",
        "register %0 %1 : [0, 7] | %1 is no bit",
        "register %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "register 8 %0 : [0, 7] | reset value 8 outside [0, 7]",
        "register %0 : [0, 6] | [0, 7] does not lie in [0, 6]",
        "register %9 : [0, 7] | reads %9, which does not lie before it",
        "multiply %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "multiply %2 %2 : [-1, -1] | range [-1, -1] is disjoint from [0, 1]",
        "multiply %0 %0 : [0, 18446744073709551616] | a product of 65 bits, more than 64",
        "rom %2 : [0, 3] | 0 words, not 1 to 4096",
        "rom 1 9 %2 : [0, 3] | word 9 outside [0, 3]",
        "rom 1 2 %0 : [0, 3] | 1 bits wanted, but %0 has 3",
        "rom 1 2 %1 : [0, 3] | the signed address %1",
        "memory 0 %2 %0 %0 %0 : [0, 7] | a memory of 0 words",
        "memory 8 %0 %0 %0 %0 : [0, 7] | %0 is no bit",
        "memory 8 1 2 %2 %0 %0 %0 : [0, 7] | 2 words for a memory of 8",
        "memory 1 8 %2 %0 %0 %0 : [0, 7] | word 8 outside [0, 7]",
        "memory 9 %2 %0 %0 %0 : [0, 7] | 4 bits wanted, but %0 has 3",
        "memory 8 %2 %0 %0 %2 : [0, 7] | 3 bits wanted, but %2 has 1",
        "memory 8 %2 %1 %0 %0 : [0, 7] | the signed address %1",
        "memory 8 %2 %0 %2 %0 : [0, 7] | 3 bits wanted, but %2 has 1",
        "memory 8 %2 %0 %0 %0 : [0, 6] | [0, 7] does not lie in [0, 6]",
        "memory 8 %2 %0 %4 %0 : [0, 7] | reads %4, which does not lie before it",
        "instance nothing \"p_i\" %0 | instance of nothing, which is no earlier module",
        "instance m \"p_i\" %0 | instance of m, which is no earlier module",
        "instance child \"z_i\" %0 | ports differ from those of child",
        "instance child \"p_i\" | 1 ports, 0 operands",
        "instance child \"p_i\" %2 | 3 bits wanted, but %2 has 1",
        "instance child \"p_i\" %1 | [-4, 3] does not lie in [0, 7]",
        "instance_output \"z_o\" %3 : [0, 7] | no such output of child",
        "instance_output \"q_o\" %3 : [0, 6] | no such output of child",
        "instance_output \"q_o\" %0 : [0, 7] | reads %0, which has no value of that kind",
        "not %3 : [0, 1] | reads %3, which has no value of that kind",
        "not %4 : [0, 1] | reads %4, which does not lie before it",
        "output \"a_i\" %0 : [0, 7] | a second port a_i",
        "output \"rst_i\" %0 : [0, 7] | 'rst_i' is no name for a port",
        "output \"y_o\" %0 : [0, 1] | 1 bits wanted, but %0 has 3",
        "output \"y_o\" %0 : [0, 6] | [0, 7] does not lie in [0, 6]",
      })
  void aBrokenRuleIsNamed(String node, String problem) {
    assertThatThrownBy(() -> parse(node)).hasMessageContaining(problem);
  }

  @Test
  void outputsAreNotRead() {
    HdlModule module =
        module(
            new Node.Input(Origin.of("a"), Range.BIT, "a_i"),
            new Node.Output(Origin.of("y"), Range.BIT, "y_o", 0),
            new Node.Not(Origin.of("n"), Range.BIT, 1));
    assertThatThrownBy(() -> NetlistVerifier.verify(new Netlist(List.of(module))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("module m, node %2 (n): reads the output port %1");
  }

  @Test
  void aTableHasTwoEntries() {
    HdlModule module =
        module(
            new Node.Constant(Origin.of("zero"), BigInteger.ZERO),
            new Node.Table(Origin.of("t"), Range.of(3, 3), 0, Designs.row(3)));
    assertThatThrownBy(() -> NetlistVerifier.verify(new Netlist(List.of(module))))
        .hasMessageContaining("a table of one entry");
  }

  @Test
  void readOnlyMemoriesAreBounded() {
    BigInteger wide = BigInteger.ONE.shiftLeft(1024);
    assertThatThrownBy(() -> parse("rom 1 " + wide + " %2 : [0, " + wide + "]"))
        .hasMessageContaining("words of 1025 bits, more than 1024");
    assertThatThrownBy(() -> parse("rom" + " 1".repeat(4097) + " %2 : [0, 1]"))
        .hasMessageContaining("4097 words, not 1 to 4096");
  }

  @Test
  void modulesHaveNamesThatDiffer() {
    HdlModule module = module();
    assertThatThrownBy(() -> NetlistVerifier.verify(new Netlist(List.of(module, module))))
        .hasMessage("two modules m");
    assertThatThrownBy(
            () -> NetlistVerifier.verify(new Netlist(List.of(new HdlModule("a-b", List.of())))))
        .hasMessage("'a-b' is no name for a module");
  }

  private static HdlModule module(Node... nodes) {
    return new HdlModule("m", List.of(nodes));
  }
}
