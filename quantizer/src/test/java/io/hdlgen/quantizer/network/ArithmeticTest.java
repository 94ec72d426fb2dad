package io.hdlgen.quantizer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static final LongMatrix TWO = LongMatrix.of(new long[][] {{1, -1, 1, 5}, {1, 1, 1, 1}});

  private static DenseLayer layer(LongMatrix weights, Arithmetic arithmetic) {
    return new DenseLayer(
        "l", weights, LongVector.filled(weights.rows(), 0), new Activation.Identity(), arithmetic);
  }

  private static Arithmetic groups(Arithmetic.Group... first) {
    return new Arithmetic.SaturatedGroups(List.of(List.of(first), List.of()));
  }

  private static Arithmetic.Group group(long cap, Integer... inputs) {
    return new Arithmetic.Group(List.of(inputs), cap);
  }

  @Test
  void rangesOfMaskedSummandsAreExact() {
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      long low = random.nextInt(200) - 100;
      Interval values = new Interval(low, low + random.nextInt(1 << random.nextInt(8)));
      long factor = random.nextInt(3) == 0 ? 1L << random.nextInt(5) : random.nextInt(20);
      long mask = random.nextBoolean() ? random.nextInt(1 << 12) : ~random.nextInt(1 << 12);
      long min = Long.MAX_VALUE;
      long max = Long.MIN_VALUE;
      for (long value = values.min(); value <= values.max(); value++) {
        min = Math.min(min, factor * value & mask);
        max = Math.max(max, factor * value & mask);
      }
      assertThat(AccumulatorRange.masked(factor, mask, values))
          .as("%d * %s & %d", factor, values, mask)
          .isEqualTo(new Interval(min, max));
    }
  }

  @Test
  void rangesOfManyValuesHoldThem() {
    Random random = new Random(4);
    for (int round = 0; round < 20_000; round++) {
      long low = random.nextLong() >> 24 + random.nextInt(20);
      Interval values = new Interval(low, low + (1 << 16) + random.nextInt(1 << 30));
      long factor = random.nextInt(50);
      long mask = random.nextLong() >> random.nextInt(60);
      Interval range = AccumulatorRange.masked(factor, mask, values);
      for (int sample = 0; sample < 20; sample++) {
        long value = random.nextLong(values.min(), values.max() + 1);
        assertThat(range.contains(factor * value & mask))
            .as("%d * %d & %d in %s", factor, value, mask, range)
            .isTrue();
      }
    }
    // Powers of two are exact there, too.
    assertThat(AccumulatorRange.masked(4, 0xc, new Interval(-1 << 20, 1 << 20)))
        .isEqualTo(new Interval(0, 12));
    assertThat(AccumulatorRange.masked(1, -256, new Interval(5, 1_000_000)))
        .isEqualTo(new Interval(0, 1_000_000 / 256 * 256));
  }

  @Test
  void rangesOfSumsAreMetByValues() {
    Random random = new Random(5);
    for (int round = 0; round < 400; round++) {
      long[][] weights = new long[1][3];
      long[][] masks = new long[1][3];
      List<Interval> inputs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        weights[0][i] = random.nextInt(15) - 7;
        masks[0][i] = random.nextInt(3) == 0 ? -1 : random.nextInt(64) - 32;
        long low = random.nextInt(8) - 5;
        inputs.add(new Interval(low, low + random.nextInt(6)));
      }
      Arithmetic arithmetic =
          new Arithmetic.MaskedSummands(LongMatrix.of(masks), random.nextBoolean());
      if (random.nextInt(3) == 0) {
        weights[0] = new long[] {-1, 3, -1};
        arithmetic =
            new Arithmetic.SaturatedGroups(List.of(List.of(group(1 + random.nextInt(5), 0, 2))));
      }
      DenseLayer layer = layer(LongMatrix.of(weights), arithmetic);
      long min = Long.MAX_VALUE;
      long max = Long.MIN_VALUE;
      for (long a = inputs.get(0).min(); a <= inputs.get(0).max(); a++) {
        for (long b = inputs.get(1).min(); b <= inputs.get(1).max(); b++) {
          for (long c = inputs.get(2).min(); c <= inputs.get(2).max(); c++) {
            long sum = AccumulatorFunction.apply(layer, 0, new long[] {a, b, c});
            min = Math.min(min, sum);
            max = Math.max(max, sum);
          }
        }
      }
      assertThat(NetworkRanges.accumulators(layer, inputs))
          .as("%s of %s", layer, inputs)
          .containsExactly(new Interval(min, max));
    }
  }

  @Test
  void theOneIsMissingWhereSomethingIsSubtracted() {
    LongMatrix weights =
        LongMatrix.of(new long[][] {{1, 2}, {1, -2}, {1, -2}, {-1, -2}, {0, 0}, {-1, 2}});
    LongMatrix masks =
        LongMatrix.of(new long[][] {{-1, -1}, {-1, -1}, {-1, 0}, {4, 0}, {-1, -1}, {0, -1}});
    DenseLayer layer = layer(weights, new Arithmetic.MaskedSummands(masks, true));
    long[] expected = {9, 3 - 6 - 1, 3, -1, 0, 6};
    for (int n = 0; n < expected.length; n++) {
      assertThat(AccumulatorFunction.apply(layer, n, new long[] {3, 3}))
          .as("neuron %d", n)
          .isEqualTo(expected[n]);
    }
  }

  @Test
  void whatLeavesSixtyFourBitsIsAnOverflow() {
    List<Interval> inputs = List.of(new Interval(-(1L << 40), 1L << 40));
    for (long[] weights : new long[][] {{1L << 30}, {Long.MIN_VALUE}}) {
      DenseLayer layer =
          layer(
              LongMatrix.of(new long[][] {weights}),
              new Arithmetic.MaskedSummands(LongMatrix.of(new long[][] {{-1}}), true));
      assertThatThrownBy(() -> NetworkRanges.accumulators(layer, inputs))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> AccumulatorFunction.apply(layer, 0, new long[] {1L << 40}))
          .isInstanceOf(ArithmeticException.class);
    }
    DenseLayer sums =
        layer(
            LongMatrix.of(new long[][] {{1, 1}}),
            new Arithmetic.SaturatedGroups(List.of(List.of(group(1, 0, 1)))));
    Interval wide = new Interval(0, Long.MAX_VALUE);
    assertThatThrownBy(() -> NetworkRanges.accumulators(sums, List.of(wide, wide)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shapesAreChecked() {
    refused(new Arithmetic.MaskedSummands(LongMatrix.of(new long[][] {{1}}), false), "1 x 1 masks");
    refused(new Arithmetic.SaturatedGroups(List.of()), "groups of 0 neurons for 2");
    refused(groups(group(1, 0, 4)), "group Group[inputs=[0, 4], cap=1] for 4 inputs");
    refused(groups(group(1, 0, 1)), "weight -1 of input 1 in group");
    refused(groups(group(1, 3)), "weight 5 of input 3 in group");
    assertThat(layer(TWO, groups(group(1, 2, 0), group(7, 1))).arithmetic())
        .isEqualTo(groups(group(7, 1), group(1, 0, 2)));
    assertThatThrownBy(() -> groups(group(1, 0), group(1, 2, 0)))
        .hasMessageContaining("an input in two groups");
    assertThatThrownBy(() -> group(1, 0, 0)).hasMessageContaining("an input twice");
    assertThatThrownBy(() -> group(0, 0)).hasMessageContaining("cap 0");
    assertThatThrownBy(() -> group(1)).hasMessageContaining("inputs []");
    assertThatThrownBy(() -> group(1, -1)).hasMessageContaining("inputs [-1]");
  }

  private static void refused(Arithmetic arithmetic, String message) {
    assertThatThrownBy(() -> layer(TWO, arithmetic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer l: ")
        .hasMessageContaining(message);
  }

  @Test
  void tournamentsAreTreesOfAllScores() {
    assertThat(Match.contradiction(List.of(), 3)).isEmpty();
    assertThat(Match.contradiction(List.of(new Match(0, 1, 1), new Match(3, 2, 1)), 3)).isEmpty();
    contradicts("1 matches for 3 scores", 3, new Match(0, 1, 1));
    contradicts("1 matches for 1 scores", 1, new Match(0, 0, 1));
    contradicts("match 0 with operand 0", 2, new Match(0, 0, 1));
    contradicts("match 0 with operand -1", 2, new Match(0, -1, 1));
    contradicts("match 0 with operand 3", 3, new Match(0, 3, 1), new Match(1, 2, 1));
    contradicts("match 1 with operand 0", 3, new Match(0, 1, 1), new Match(0, 2, 1));
    assertThatThrownBy(
            () ->
                new Decision.ArgMax(
                    LongVector.of(1, 1), LongVector.of(0, 0), List.of(new Match(0, 0, 1))))
        .hasMessageContaining("match 0 with operand 0");
  }

  private static void contradicts(String message, int scores, Match... matches) {
    assertThat(Match.contradiction(List.of(matches), scores))
        .hasValueSatisfying(found -> assertThat(found).contains(message));
  }

  @Test
  void matchesLookAtTheMaskAlone() {
    Random random = new Random(8);
    for (int round = 0; round < 10_000; round++) {
      long left = random.nextInt(64) - 32;
      long right = random.nextInt(64) - 32;
      long mask = random.nextInt(256) - 128;
      BigInteger bits = BigInteger.valueOf(mask);
      boolean expected =
          BigInteger.valueOf(left).and(bits).compareTo(BigInteger.valueOf(right).and(bits)) >= 0;
      assertThat(new Match(0, 1, mask).keepsLeft(left, right)).isEqualTo(expected);
    }
  }
}
