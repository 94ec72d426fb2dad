package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdLogicTest {
  @Test
  void conjunctionsAndDisjunctionsAreChains() {
    assertThat(gates(3, 1, 1, 1)).isEqualTo(2);
    assertThat(gates(1, 1, 1, 1)).isEqualTo(2);
    assertThat(gates(1, 2, 1, 3)).isEqualTo(2);
    assertThat(gates(1, 1)).isZero();
    // Two of three, and x & !y.
    assertThat(gates(2, 1, 1, 1)).isEqualTo(4);
    assertThat(gates(1, 1, -1)).isEqualTo(1);
  }

  @Test
  void manyBitsAndManyGatesAreLeftToSums() {
    assertThat(logic(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
    assertThat(logic(4, 1, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
    LinearForm form =
        LinearForm.of(
            LongVector.of(1),
            0,
            List.of(new CodedValue(Range.of(0, 3), BigInteger.ZERO, BigInteger.ONE)));
    assertThat(ThresholdLogic.of(form, BigInteger.ONE, List.of(Range.of(0, 3)))).isEmpty();
  }

  @Test
  void everyPatternIsDecidedAsTheSumDoes() {
    Random random = new Random(5);
    int some = 0;
    for (int round = 0; round < 3000; round++) {
      long[] weights = new long[1 + random.nextInt(8)];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (1 + random.nextInt(4)) * (random.nextBoolean() ? 1 : -1);
      }
      long low = negative(weights);
      long high = positive(weights);
      long threshold = low + 1 + random.nextInt((int) (high - low));
      Optional<ThresholdLogic> logic = logic(threshold, weights);
      if (logic.isPresent()) {
        some++;
        ModuleBuilder builder = inputs(weights.length);
        int node = logic.get().build(builder, Origin.of("n"), input -> input);
        for (int pattern = 0; pattern < 1 << weights.length; pattern++) {
          long sum = 0;
          for (int i = 0; i < weights.length; i++) {
            sum += (pattern >> i & 1) * weights[i];
          }
          assertThat(value(builder, node, pattern))
              .as("%s >= %d at %x", LongVector.of(weights), threshold, pattern)
              .isEqualTo(sum >= threshold);
        }
      }
    }
    assertThat(some).isGreaterThan(1000);
  }

  private static long negative(long[] weights) {
    return IntStream.range(0, weights.length).mapToLong(i -> Math.min(0, weights[i])).sum();
  }

  private static long positive(long[] weights) {
    return IntStream.range(0, weights.length).mapToLong(i -> Math.max(0, weights[i])).sum();
  }

  private static boolean value(ModuleBuilder builder, int node, int pattern) {
    Node here = builder.node(node);
    if (here instanceof Node.Input) {
      return (pattern >> node & 1) != 0;
    } else if (here instanceof Node.Not not) {
      return !value(builder, not.operand(), pattern);
    } else if (here instanceof Node.And and) {
      return value(builder, and.left(), pattern) & value(builder, and.right(), pattern);
    }
    Node.Or or = (Node.Or) here;
    return value(builder, or.left(), pattern) | value(builder, or.right(), pattern);
  }

  private static Optional<ThresholdLogic> logic(long threshold, long... weights) {
    // Coefficients of a form have no common divisor: the weights as they are.
    List<LinearForm.Term> terms =
        IntStream.range(0, weights.length)
            .mapToObj(i -> new LinearForm.Term(i, BigInteger.valueOf(weights[i])))
            .toList();
    LinearForm form =
        new LinearForm(
            terms, Range.of(negative(weights), positive(weights)), BigInteger.ONE, BigInteger.ZERO);
    return ThresholdLogic.of(
        form, BigInteger.valueOf(threshold), Collections.nCopies(weights.length, Range.BIT));
  }

  private static ModuleBuilder inputs(int count) {
    ModuleBuilder builder = new ModuleBuilder("m");
    for (int i = 0; i < count; i++) {
      builder.input(Origin.of("x" + i), Range.BIT, "x" + i + "_i");
    }
    return builder;
  }

  private static long gates(long threshold, long... weights) {
    ModuleBuilder builder = inputs(weights.length);
    int node = logic(threshold, weights).orElseThrow().build(builder, Origin.of("n"), i -> i);
    builder.output(Origin.of("y"), "y_o", node);
    return builder.build().nodes().stream()
        .filter(one -> one instanceof Node.And || one instanceof Node.Or)
        .count();
  }
}
