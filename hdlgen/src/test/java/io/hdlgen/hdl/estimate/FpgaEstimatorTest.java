package io.hdlgen.hdl.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Circuits whose cells are known; the figures are those of Yosys for the iCE40 where it has any.
 */
class FpgaEstimatorTest {
  private static final Origin ORIGIN = Origin.of("x");
  private static final CostModel DELAYS = new CostModel("test", 1, 2, 3, 0.25);
  private static final Fabric FABRIC =
      new Fabric(
          4,
          3,
          1,
          false,
          true,
          Optional.of(new BlockRam(4096, 16, 64, 1)),
          Optional.empty(),
          Optional.of(new Multiplier(16, 16, 2, 11, 10)));
  private static final FpgaEstimator ESTIMATOR =
      new FpgaEstimator(FABRIC, new FpgaEstimator.Weights(1, 1, 1, 0), DELAYS);

  private static FpgaEstimate estimate(ToIntFunction<ModuleBuilder> circuit) {
    ModuleBuilder builder = new ModuleBuilder("top");
    builder.output(ORIGIN, "y_o", circuit.applyAsInt(builder));
    return ESTIMATOR.estimate(new Netlist(List.of(builder.build())));
  }

  private static int input(ModuleBuilder builder, String name, int width) {
    return builder.input(ORIGIN, Range.unsigned(width), name);
  }

  /** A look-up table for each bit of the sum, and a carry for each but the highest. */
  @Test
  void an_adder_is_a_carry_chain() {
    FpgaEstimate found =
        estimate(builder -> builder.add(ORIGIN, input(builder, "a", 8), input(builder, "b", 8)));
    assertThat(found.luts()).isEqualTo(9);
    assertThat(found.carries()).isEqualTo(8);
    assertThat(found.worstNs()).isEqualTo(7 * 0.25 + 0.25 + 3);
    assertThat(found.fmaxMhz()).isEqualTo(1000 / (found.worstNs() + 1));
  }

  /** What is taken away is inverted before the chain; the highest sum's table inverts its own. */
  @Test
  void a_subtractor_inverts() {
    FpgaEstimate found =
        estimate(
            builder ->
                builder.subtract(
                    ORIGIN, input(builder, "a", 8), input(builder, "b", 8), Range.unsigned(8)));
    assertThat(found.luts()).isEqualTo(8 + 7);
  }

  @Test
  void short_sums_are_gates() {
    FpgaEstimate found =
        estimate(builder -> builder.add(ORIGIN, input(builder, "a", 1), input(builder, "b", 1)));
    assertThat(found.luts()).isEqualTo(2);
    assertThat(found.carries()).isZero();
  }

  /** Three adders of one bit more, or full adders and one carry chain: Yosys takes the latter. */
  @Test
  void many_terms_are_added_at_once() {
    ToIntFunction<ModuleBuilder> sum =
        builder ->
            builder.add(
                ORIGIN,
                builder.add(ORIGIN, input(builder, "a", 8), input(builder, "b", 8)),
                input(builder, "c", 8));
    assertThat(estimate(sum).luts()).isEqualTo(8 + 8 + 9);
  }

  @Test
  void a_comparison_of_few_bits_is_one_table() {
    FpgaEstimate found =
        estimate(
            builder ->
                builder.compare(
                    ORIGIN,
                    Comparison.GREATER_EQUAL,
                    input(builder, "a", 4),
                    builder.extend(builder.constant(ORIGIN, 5), 4)));
    assertThat(found.luts()).isEqualTo(1);
    assertThat(found.carries()).isZero();
  }

  /** One of two of two of two words: two look-up tables choose one of four. */
  @Test
  void a_tree_of_choices_is_mapped() {
    FpgaEstimate found =
        estimate(
            builder -> {
              int select = input(builder, "s", 2);
              int low = builder.slice(ORIGIN, select, 0, Range.BIT);
              int high = builder.slice(ORIGIN, select, 1, Range.BIT);
              int first = builder.mux(ORIGIN, low, input(builder, "a", 8), input(builder, "b", 8));
              int second = builder.mux(ORIGIN, low, input(builder, "c", 8), input(builder, "d", 8));
              return builder.mux(ORIGIN, high, first, second);
            });
    assertThat(found.luts()).isBetween(16L, 24L);
    assertThat(found.worstNs()).isEqualTo(4);
  }

  @Test
  void a_large_read_only_memory_is_block_ram() {
    Random random = new Random(1);
    List<BigInteger> words = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      words.add(new BigInteger(16, random));
    }
    FpgaEstimate found =
        estimate(builder -> builder.rom(ORIGIN, input(builder, "a", 9), words, Range.unsigned(16)));
    assertThat(found.blockRams()).isEqualTo(2);
    assertThat(found.luts()).isZero();
    assertThat(found.flipFlops()).isZero();
  }

  /** One flip-flop for each output that is not constant, and no other's. */
  @Test
  void a_small_read_only_memory_is_logic() {
    List<BigInteger> words = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      words.add(BigInteger.valueOf(i % 3 == 0 ? 0b1011 : 0b0100));
    }
    FpgaEstimate found =
        estimate(builder -> builder.rom(ORIGIN, input(builder, "a", 4), words, Range.unsigned(4)));
    assertThat(found.blockRams()).isZero();
    assertThat(found.luts()).isBetween(1L, 2L);
    assertThat(found.flipFlops()).isEqualTo(2);
  }

  /** Fourteen bytes go into block RAM, five words of 65 bits do not. */
  @Test
  void a_memory_is_what_costs_less() {
    assertThat(memory(14, 8).blockRams()).isEqualTo(1);
    assertThat(memory(14, 8).flipFlops()).isZero();
    assertThat(memory(5, 65).blockRams()).isZero();
    assertThat(memory(5, 65).flipFlops()).isEqualTo(5 * 65 + 65);
  }

  private static FpgaEstimate memory(int depth, int width) {
    int address = Node.addressWidth(depth);
    return estimate(
        builder ->
            builder.append(
                new Node.Memory(
                    ORIGIN,
                    Range.unsigned(width),
                    depth,
                    builder.input(ORIGIN, Range.BIT, "we"),
                    input(builder, "wa", address),
                    input(builder, "wd", width),
                    input(builder, "ra", address))));
  }

  @Test
  void a_product_is_a_multiplier() {
    ToIntFunction<ModuleBuilder> product =
        builder -> builder.multiply(ORIGIN, input(builder, "a", 8), input(builder, "b", 20));
    FpgaEstimate found = estimate(product);
    assertThat(found.dsps()).isEqualTo(2);
    assertThat(found.luts()).isZero();
    assertThat(found.worstNs()).isEqualTo(10);
    ModuleBuilder builder = new ModuleBuilder("top");
    builder.output(ORIGIN, "y_o", product.applyAsInt(builder));
    FpgaEstimate gates =
        new FpgaEstimator(FABRIC.withoutMultipliers(), ESTIMATOR.weights(), DELAYS)
            .estimate(new Netlist(List.of(builder.build())));
    assertThat(gates.dsps()).isZero();
    assertThat(gates.luts()).isGreaterThan(8 * 20);
  }

  @Test
  void takes_more_for_more() {
    long before = 0;
    for (int terms = 2; terms < 20; terms++) {
      int count = terms;
      long found =
          estimate(
                  builder -> {
                    int sum = input(builder, "a0", 4);
                    for (int i = 1; i < count; i++) {
                      sum = builder.add(ORIGIN, sum, input(builder, "a" + i, 4));
                    }
                    return sum;
                  })
              .luts();
      assertThat(found).isGreaterThan(before);
      before = found;
    }
  }

  @Test
  void gives_the_same_again() {
    ToIntFunction<ModuleBuilder> circuit =
        builder -> {
          List<Integer> bits = new ArrayList<>();
          for (int i = 0; i < 30; i++) {
            bits.add(input(builder, "a" + i, 5));
          }
          Collections.shuffle(bits, new Random(1));
          int sum = bits.get(0);
          for (int bit : bits) {
            sum =
                builder.mux(
                    ORIGIN,
                    builder.compare(ORIGIN, Comparison.LESS, sum, bit),
                    sum,
                    builder.add(ORIGIN, sum, bit));
          }
          return sum;
        };
    assertThat(estimate(circuit)).isEqualTo(estimate(circuit));
  }
}
