package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.Evaluator;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumTreeTest {
  private static final Origin SUM = new Origin(0, 0, "sum");

  private final Random random = new Random(3);

  @Test
  void sumsOfRandomShiftsAndSignsAreRight() {
    for (int round = 0; round < 300; round++) {
      ModuleBuilder builder = new ModuleBuilder("m");
      SumTree tree = new SumTree(builder, SUM);
      Map<String, Long> inputs = new LinkedHashMap<>();
      int constant = random.nextInt(41) - 20;
      long expected = constant;
      for (int i = 0, count = random.nextInt(9); i < count; i++) {
        int min = random.nextInt(20) - 10;
        int value = min + random.nextInt(9);
        String port = "x" + i + "_i";
        int node = builder.input(Origin.of("x"), Range.of(min, min + 8), port);
        inputs.put(port, (long) value);
        int shift = random.nextInt(4);
        boolean negative = random.nextBoolean();
        expected += (negative ? -1L : 1L) * value << shift;
        tree.plus(node, shift, negative, random.nextInt(3));
      }
      builder.output(SUM, "y_o", tree.build(BigInteger.valueOf(constant)));
      HdlModule module = builder.build();
      NetlistVerifier.verify(new Netlist(List.of(module)));
      assertThat(Evaluator.outputs(module, inputs)).isEqualTo(Map.of("y_o", expected));
    }
  }

  /** Seven fresh values and one that three adders stand before: depth 4, not 3 + 3. */
  @Test
  void theDeepestOperandComesInLast() {
    ModuleBuilder builder = new ModuleBuilder("m");
    SumTree tree = new SumTree(builder, SUM);
    int late = builder.input(Origin.of("late"), Range.of(0, 1), "late_i");
    tree.plus(late, 0, false, 3);
    for (int i = 0; i < 8; i++) {
      tree.plus(builder.input(Origin.of("x"), Range.of(0, 1), "x" + i + "_i"), 0, false, 0);
    }
    int sum = tree.build(BigInteger.ZERO);
    Node last = builder.node(sum);
    assertThat(last).isInstanceOf(Node.Add.class);
    assertThat(last.operands().stream().map(operand -> origin(builder, operand))).contains("late");
    assertThat(builder.range(sum)).isEqualTo(Range.of(0, 9));
  }

  private static String origin(ModuleBuilder builder, int index) {
    return builder.node(index).origin().role();
  }

  @Test
  void affineFunctionsHaveTheirExactRange() {
    for (int factor = -40; factor <= 40; factor++) {
      for (int constant = -9; constant <= 9; constant += 3) {
        ModuleBuilder builder = new ModuleBuilder("m");
        int x = builder.input(Origin.of("x"), Range.of(-3, 12), "x_i");
        int y =
            SumTree.affine(
                builder, SUM, x, BigInteger.valueOf(factor), BigInteger.valueOf(constant));
        builder.output(SUM, "y_o", y);
        int low = Math.min(-3 * factor, 12 * factor) + constant;
        int high = Math.max(-3 * factor, 12 * factor) + constant;
        assertThat(builder.range(y)).isEqualTo(Range.of(low, high));
        for (long value = -3; value <= 12; value++) {
          assertThat(Evaluator.outputs(builder.build(), Map.of("x_i", value)))
              .isEqualTo(Map.of("y_o", factor * value + constant));
        }
      }
    }
  }

  @Test
  void plainSums() {
    ModuleBuilder builder = new ModuleBuilder("m");
    List<Integer> nodes = new ArrayList<>();
    Map<String, Long> inputs = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(builder.input(Origin.of("x"), Range.BIT, "x" + i + "_i"));
      inputs.put("x" + i + "_i", i % 2L);
    }
    builder.output(SUM, "y_o", SumTree.sum(builder, SUM, nodes));
    assertThat(Evaluator.outputs(builder.build(), inputs)).isEqualTo(Map.of("y_o", 2L));
  }
}
