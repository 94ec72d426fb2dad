package io.hdlgen.hdl.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.text.NetlistParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldConstantsTest {
  private static final Pass PASS = new FoldConstants();

  @Test
  void knownValuesBecomeConstants() {
    Passes.assertRewritten(
        PASS,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = constant 0 @ - - zero
          %2 = extend 3 %1 : [0, 0] @ - - zero
          %3 = add %0 %2 : [0, 7] @ l0 n0 sum
          %4 = constant 9 @ - - nine
          %5 = extend 4 %3 : [0, 7] @ l0 n0 sum
          %6 = less %5 %4 @ l0 n0 ge
          %7 = constant 5 @ - - five
          %8 = mux %6 %3 %7 : [0, 7] @ l0 n0 act
          %9 = concat %7 %6 : [0, 15] @ l0 n0 code
          %10 = output "y_o" %8 : [0, 7] @ l0 n0 out
          %11 = output "z_o" %9 : [0, 15] @ l0 n0 out
        """,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = constant 0 @ - - zero
          %2 = constant 9 @ - - nine
          %3 = constant 1 @ l0 n0 ge
          %4 = constant 5 @ - - five
          %5 = constant 13 @ l0 n0 code
          %6 = output "y_o" %0 : [0, 7] @ l0 n0 out
          %7 = output "z_o" %5 : [0, 15] @ l0 n0 out
        """);
  }

  @Test
  void unchanged() {
    Passes.assertUnchanged(
        PASS,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [-4, 3] @ - - b
          %2 = extend 5 %0 : [0, 7] @ - - a
          %3 = extend 5 %1 : [-4, 3] @ - - b
          %4 = add %2 %3 : [-4, 10] @ l0 n0 sum
          %5 = constant 3 @ - - limit
          %6 = extend 5 %5 : [3, 3] @ - - limit
          %7 = greater_equal %4 %6 @ l0 n0 ge
          %8 = register 0 %11 %7 : [0, 1] @ - - state
          %9 = not %8 : [0, 1] @ - - off
          %10 = and %9 %7 : [0, 1] @ - - both
          %11 = xor %10 %8 : [0, 1] @ - - next
          %12 = table 3 5 %11 : [3, 5] @ - - level
          %13 = output "y_o" %12 : [3, 5] @ - - y
          %14 = multiply %3 %6 : [-12, 9] @ l0 n1 product
          %15 = slice 0 %0 : [0, 1] @ - - low
          %16 = rom 5 5 %15 : [5, 5] @ l0 - word
          %17 = memory 2 %7 %15 %0 %15 : [0, 7] @ l0 - queue
          %18 = output "p_o" %14 : [-12, 9] @ - - p
          %19 = output "q_o" %16 : [5, 5] @ - - q
          %20 = output "r_o" %17 : [0, 7] @ - - r
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add %4 %0 : [0, 7] | a_i",
        "subtract %0 %4 : [0, 7] | a_i",
        "multiply %2 %6 : [0, 1] | s_i",
        "multiply %6 %2 : [0, 1] | s_i",
        "multiply %4 %0 : [0, 7] | 0",
        "and %5 %4 : [0, 7] | 0",
        "and %0 %5 : [0, 7] | a_i",
        "and %4 %0 : [0, 7] | 0",
        "or %4 %0 : [0, 7] | a_i",
        "or %0 %5 : [0, 7] | 7",
        "not %5 : [0, 7] | 0",
        "mux %2 %0 %0 : [0, 7] | a_i",
        "mux %6 %1 %0 : [0, 7] | b_i",
        "mux %3 %1 %0 : [0, 7] | a_i",
        "mux %2 %6 %3 : [0, 1] | s_i",
        "slice 0 %0 : [0, 7] | a_i",
        "slice 1 %5 : [0, 3] | 3",
        "slice 1 %5 : [-2, 1] | -1",
        "table 6 7 %6 : [6, 7] | 7",
        "concat %6 %3 %6 : [0, 7] | 5",
        "equal %0 %0 : [0, 1] | 1",
        "less %1 %4 : [0, 1] | 0",
        "less %0 %0 : [0, 1] | 0",
        "greater_equal %1 %4 : [0, 1] | 1",
        "greater_equal %4 %1 : [0, 1] | 0",
        "equal %1 %4 : [0, 1] | 0",
        "less %5 %1 : [0, 1] | 0",
        "greater_equal %5 %1 : [0, 1] | 1",
      })
  void operationsThatAreDecidedGo(String operation, String expected) {
    String range = operation.substring(operation.indexOf(" : "));
    boolean compares = operation.matches("(equal|less|greater_equal) .*");
    String text =
        """
        hdlgen-netlist 1
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [4, 7] @ - - b
          %2 = input "s_i" : [0, 1] @ - - s
          %3 = constant 0 @ - - zero
          %4 = extend 3 %3 : [0, 0] @ - - zero
          %5 = constant 7 @ - - ones
          %6 = constant 1 @ - - one
        """
            + "  %7 = "
            + (compares ? operation.replace(range, "") : operation)
            + " @ l0 n0 x\n  %8 = output \"y_o\" %7"
            + range
            + " @ - - y\n";
    HdlModule folded = PASS.run(NetlistParser.parse(text, "text")).top();
    Node result = folded.node(folded.outputs().get(0).operand());
    result = result instanceof Node.Extend extend ? folded.node(extend.operand()) : result;
    assertThat(
            result instanceof Node.Input input
                ? input.name()
                : ((Node.Constant) result).value().toString())
        .isEqualTo(expected);
  }

  @Test
  void whatIsKnownOfAChoiceOutlivesIt() {
    Passes.assertRewritten(
        PASS,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = constant 0 @ - - zero
          %2 = extend 3 %1 : [0, 0] @ - - zero
          %3 = add %0 %2 : [0, 5] @ l0 n0 sum
          %4 = register %3 : [0, 5] @ l0 n0 sum
          %5 = output "y_o" %4 : [0, 5] @ - - y
        """,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = constant 0 @ - - zero
          %2 = slice 0 %0 : [0, 5] @ - - a
          %3 = register %2 : [0, 5] @ l0 n0 sum
          %4 = output "y_o" %3 : [0, 5] @ - - y
        """);
  }
}
