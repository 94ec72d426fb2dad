package io.hdlgen.hdl.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleBuilderTest {
  private static final Origin X = Origin.of("x");

  private final ModuleBuilder builder = new ModuleBuilder("m");
  private final int a = builder.input(Origin.of("a"), Range.of(0, 7), "a_i");
  private final int b = builder.input(Origin.of("b"), Range.of(-4, 3), "b_i");

  private void assertBuilt(String text) {
    Netlist netlist = new Netlist(List.of(builder.build()));
    NetlistVerifier.verify(netlist);
    assertThat(NetlistWriter.write(netlist))
        .isEqualTo(
            """
            hdlgen-netlist 1
            module m
              %0 = input "a_i" : [0, 7] @ - - a
              %1 = input "b_i" : [-4, 3] @ - - b
            """
                + text);
  }

  @Test
  void operandsAreExtendedOnceForEachWidth() {
    builder.add(X, a, b);
    builder.subtract(X, a, b);
    builder.compare(X, Comparison.LESS, a, b);
    assertBuilt(
        """
          %2 = extend 5 %0 : [0, 7] @ - - a
          %3 = extend 5 %1 : [-4, 3] @ - - b
          %4 = add %2 %3 : [-4, 10] @ - - x
          %5 = subtract %2 %3 : [-3, 11] @ - - x
          %6 = extend 4 %0 : [0, 7] @ - - a
          %7 = extend 4 %1 : [-4, 3] @ - - b
          %8 = less %6 %7 @ - - x
        """);
  }

  @Test
  void aSumThatIsKnownBetterIsCut() {
    builder.add(X, a, b, Range.of(0, 3));
    assertBuilt(
        """
          %2 = add %0 %1 : [0, 7] @ - - x
          %3 = slice 0 %2 : [0, 3] @ - - x
        """);
  }

  @Test
  void extendingAgainStartsFromTheValue() {
    int five = builder.extend(b, 5);
    assertThat(builder.extend(five, 7)).isEqualTo(3);
    assertThat(builder.extend(five, 3)).isEqualTo(b);
    assertThat(builder.extend(five, 5)).isEqualTo(five);
    assertThatThrownBy(() -> builder.extend(b, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 bits of b do not fit in 2");
    assertBuilt(
        """
          %2 = extend 5 %1 : [-4, 3] @ - - b
          %3 = extend 7 %1 : [-4, 3] @ - - b
        """);
  }

  @Test
  void whatIsKnownOfAValueIsASliceOfIt() {
    assertThat(builder.known(a, Range.of(-1, 7))).isEqualTo(a);
    builder.known(b, Range.of(0, 9));
    assertBuilt("  %2 = slice 0 %1 : [0, 3] @ - - b\n");
  }

  @Test
  void shiftsByNothingAndOfConstantsAreNoNodes() {
    assertThat(builder.shiftLeft(X, a, 0)).isEqualTo(a);
    builder.shiftLeft(X, builder.constant(X, 3), 2);
    builder.shiftLeft(X, b, 2);
    assertBuilt(
        """
          %2 = constant 3 @ - - x
          %3 = constant 12 @ - - x
          %4 = shift_left 2 %1 : [-16, 12] @ - - x
        """);
  }

  @Test
  void choicesTablesAndFeedback() {
    int bit = builder.compare(X, Comparison.EQUAL, a, a);
    builder.mux(X, bit, a, b);
    builder.table(X, bit, LongVector.of(4, -9));
    int state = builder.feedback(X, Range.of(0, 9), Node.Register.ALWAYS, BigInteger.TWO);
    builder.connect(state, a);
    builder.register(X, b, bit);
    assertBuilt(
        """
          %2 = equal %0 %0 @ - - x
          %3 = extend 4 %0 : [0, 7] @ - - a
          %4 = extend 4 %1 : [-4, 3] @ - - b
          %5 = mux %2 %3 %4 : [-4, 7] @ - - x
          %6 = table 4 -9 %2 : [-9, 4] @ - - x
          %7 = register 2 %3 : [0, 9] @ - - x
          %8 = register %1 %2 : [-4, 3] @ - - x
        """);
  }

  @Test
  void productsHaveTheirExactRange() {
    builder.multiply(X, a, b);
    builder.multiply(X, b, b);
    builder.multiply(X, b, builder.constant(X, -1));
    assertBuilt(
        """
          %2 = extend 6 %0 : [0, 7] @ - - a
          %3 = extend 6 %1 : [-4, 3] @ - - b
          %4 = multiply %2 %3 : [-28, 21] @ - - x
          %5 = multiply %3 %3 : [-12, 16] @ - - x
          %6 = constant -1 @ - - x
          %7 = extend 4 %1 : [-4, 3] @ - - b
          %8 = extend 4 %6 : [-1, -1] @ - - x
          %9 = multiply %7 %8 : [-3, 4] @ - - x
        """);
  }

  /** Both factors negative: the product fits in fewer bits than a factor. */
  @Test
  void aProductMayBeNarrowerThanItsFactors() {
    int three = builder.constant(X, -3);
    builder.multiply(X, three, builder.constant(X, -1));
    assertBuilt(
        """
          %2 = constant -3 @ - - x
          %3 = constant -1 @ - - x
          %4 = extend 3 %3 : [-1, -1] @ - - x
          %5 = multiply %2 %4 : [0, 7] @ - - x
          %6 = slice 0 %5 : [3, 3] @ - - x
        """);
  }

  @Test
  void addressesAndDataAreExtended() {
    int state = builder.feedback(X, Range.of(0, 1), Node.Register.ALWAYS, BigInteger.ZERO);
    List<BigInteger> words = Collections.nCopies(5, BigInteger.TWO);
    int word = builder.rom(X, state, words, Range.of(-9, 9));
    builder.memory(X, Range.of(-9, 9), 9, state, a, b, a);
    builder.connect(state, builder.slice(X, word, 0, Range.BIT));
    assertBuilt(
        """
          %2 = register 0 %8 : [0, 1] @ - - x
          %3 = extend 3 %2 : [0, 1] @ - - x
          %4 = rom 2 2 2 2 2 %3 : [-9, 9] @ - - x
          %5 = extend 4 %0 : [0, 7] @ - - a
          %6 = extend 5 %1 : [-4, 3] @ - - b
          %7 = memory 9 %2 %5 %6 %5 : [-9, 9] @ - - x
          %8 = slice 0 %4 : [0, 1] @ - - x
        """);
    assertThatThrownBy(() -> builder.memory(X, Range.BIT, 4, state, a, state, state))
        .hasMessage("3 bits of a do not fit in 2");
  }

  @Test
  void instancesAreConnectedByPort() {
    ModuleBuilder child = new ModuleBuilder("child");
    int wide = child.input(X, Range.of(-8, 7), "wide_i");
    child.output(X, "y_o", wide);
    HdlModule module = child.build();
    Map<String, Integer> outputs = builder.instance(Origin.of("u"), module, Map.of("wide_i", b));
    assertThat(outputs).isEqualTo(Map.of("y_o", 4));
    assertThat(NetlistWriter.write(new Netlist(List.of(module, builder.build()))))
        .endsWith(
            """
              %2 = extend 4 %1 : [-4, 3] @ - - b
              %3 = instance child "wide_i" %2 @ - - u
              %4 = instance_output "y_o" %3 : [-8, 7] @ - - x
            """);
  }
}
