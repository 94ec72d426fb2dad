package io.hdlgen.hdl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void everyNodeIsCounted() {
    Metrics metrics =
        Metrics.of(
            NetlistParser.parse(
                """
                hdlgen-netlist 1
                module child
                  %0 = input "a_i" : [0, 7] @ - - a
                  %1 = extend 4 %0 : [0, 7] @ - - a
                  %2 = add %1 %1 : [0, 14] @ l0 n0 sum
                  %3 = subtract %1 %1 : [-7, 7] @ l0 n0 sum
                  %4 = less %0 %0 @ l0 n0 ge
                  %5 = output "y_o" %2 : [0, 14] @ l0 n0 out
                module m
                  %0 = input "a_i" : [0, 7] @ - - a
                  %1 = instance child "a_i" %0 @ - - u
                  %2 = instance_output "y_o" %1 : [0, 14] @ - - y
                  %3 = slice 0 %2 : [0, 7] @ - - low
                  %4 = and %3 %0 : [0, 7] @ - - both
                  %5 = slice 3 %2 : [0, 1] @ - - high
                  %6 = mux %5 %4 %3 : [0, 7] @ - - choice
                  %7 = table -3 5 %5 : [-3, 5] @ - - level
                  %8 = register %6 : [0, 7] @ - - state
                  %9 = output "y_o" %7 : [-3, 5] @ - - y
                """,
                "text"),
            2.5,
            300);
    ModuleMetrics child = new ModuleMetrics("child", 2, 8, 1, 3, 0, 0, 0, 4 + 4 + 2, 0, 0);
    ModuleMetrics top = new ModuleMetrics("m", 0, 0, 0, 0, 3, 3, 8, 2 + 3 + 4, 0, 0);
    assertThat(metrics.modules()).containsExactly(child, top);
    assertThat(metrics.total())
        .isEqualTo(new ModuleMetrics("total", 2, 8, 1, 3, 3, 3, 8, 19, 0, 0));
    assertThat(metrics.worstNs()).isEqualTo(2.5);
    assertThat(metrics.clockMhz()).isEqualTo(300);
  }

  @Test
  void productsAndMemoriesAreCounted() {
    ModuleBuilder builder = new ModuleBuilder("m");
    int a = builder.input(Origin.of("a"), Range.of(0, 3), "a_i");
    int bit = builder.input(Origin.of("s"), Range.BIT, "s_i");
    List<BigInteger> words = List.of(BigInteger.ONE, BigInteger.TWO, BigInteger.TEN);
    int word = builder.rom(Origin.of("rom"), a, words, Range.of(0, 15));
    int product = builder.multiply(Origin.of("product"), word, a);
    builder.memory(Origin.of("memory"), Range.of(0, 63), 4, bit, a, product, a);
    assertThat(Metrics.of(new Netlist(List.of(builder.build())), 0, 0).total())
        .isEqualTo(new ModuleMetrics("total", 0, 0, 0, 0, 0, 0, 0, 0, 1, 3 * 4 + 4 * 6));
  }

  /** Sixty-four entries go into one look-up table a bit; one more takes a second. */
  @Test
  void tablesTakeALookUpTableForEvery64Entries() {
    assertThat(luts(64)).isEqualTo(2);
    assertThat(luts(65)).isEqualTo(4);
  }

  private static long luts(int entries) {
    ModuleBuilder builder = new ModuleBuilder("m");
    int index = builder.input(Origin.of("i"), Range.of(0, entries - 1), "i_i");
    builder.table(Origin.of("t"), index, LongVector.filled(entries, 3));
    return Metrics.of(new Netlist(List.of(builder.build())), 0, 0).total().estimatedLuts();
  }
}
