package io.hdlgen.hdl.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class PrintedEstimatorTest {
  private static final Origin ORIGIN = Origin.of("x");

  private static Netlist netlist(ToIntFunction<ModuleBuilder> circuit) {
    ModuleBuilder builder = new ModuleBuilder("top");
    builder.output(ORIGIN, "y_o", circuit.applyAsInt(builder));
    return new Netlist(List.of(builder.build()));
  }

  private static int bit(ModuleBuilder builder, String name) {
    return builder.input(ORIGIN, Range.BIT, name);
  }

  @Test
  void a_half_adder_has_two_gates() {
    assertThat(
            PrintedEstimator.counts(
                netlist(builder -> builder.add(ORIGIN, bit(builder, "a"), bit(builder, "b")))))
        .isEqualTo(new GateCount(1, 1, 0, Map.of("a", BigInteger.ONE, "b", BigInteger.ONE)));
  }

  /** {@code a & (a | b)} is {@code a}: no hashing sees that. */
  @Test
  void one_function_counts_once() {
    assertThat(
            PrintedEstimator.counts(
                netlist(
                    builder -> {
                      int a = bit(builder, "a");
                      return builder.and(ORIGIN, a, builder.or(ORIGIN, a, bit(builder, "b")));
                    })))
        .isEqualTo(new GateCount(0, 0, 0, Map.of("a", BigInteger.ONE, "b", BigInteger.ZERO)));
  }

  /** Bare flip-flops: an enable is a choice before them. */
  @Test
  void an_enable_takes_gates() {
    GateCount found =
        PrintedEstimator.counts(
            netlist(
                builder -> builder.register(ORIGIN, bit(builder, "a"), bit(builder, "enable"))));
    assertThat(found)
        .isEqualTo(new GateCount(3, 0, 1, Map.of("a", BigInteger.ONE, "enable", BigInteger.ONE)));
  }

  @Test
  void weighs_what_it_counts() {
    PrintedEstimate found =
        new PrintedEstimator(20, 50, 100, 0.1, 3)
            .estimate(
                netlist(
                    builder ->
                        builder.register(
                            ORIGIN,
                            builder.add(ORIGIN, bit(builder, "a"), bit(builder, "b")),
                            -1)));
    assertThat(found.areaCm2()).isEqualTo((20 + 50 + 2 * 100) / 100.0);
    assertThat(found.gates()).isEqualTo(7 + 2);
    assertThat(found.staticPowerMw()).isCloseTo(3 * 2.7, within(1e-9));
  }
}
