package io.hdlgen.quantizer.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.AccumulatorFunction;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every approximation at all weights and inputs of eight bits, against a formula of its own. */
class ApproximationsTest {
  private static final Interval UNSIGNED = new Interval(0, 255);
  private static final Interval SIGNED = new Interval(-128, 127);
  private static final long[] WEIGHTS = LongStream.rangeClosed(-128, 127).toArray();

  private interface Formula {
    long at(long weight, long value, Interval values);
  }

  /** A neuron for each weight, with one input. */
  private static DenseLayer everyWeight(long... weights) {
    long[][] rows = new long[weights.length][];
    Arrays.setAll(rows, n -> new long[] {weights[n]});
    return layer(rows);
  }

  private static DenseLayer layer(long[][] weights) {
    return new DenseLayer(
        "layer",
        LongMatrix.of(weights),
        LongVector.filled(weights.length, 0),
        new Activation.Identity());
  }

  private static void assertProducts(LayerApproximation approximation, Formula formula) {
    assertProducts(approximation, formula, WEIGHTS);
  }

  private static void assertProducts(
      LayerApproximation approximation, Formula formula, long... weights) {
    for (Interval values : List.of(UNSIGNED, SIGNED)) {
      DenseLayer layer = approximation.apply(everyWeight(weights), List.of(values));
      for (long value = values.min(); value <= values.max(); value++) {
        for (int n = 0; n < weights.length; n++) {
          long found = AccumulatorFunction.apply(layer, n, new long[] {value});
          long expected = formula.at(weights[n], value, values);
          if (found != expected) {
            assertThat(found)
                .as("%s: %d * %d", approximation, weights[n], value)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void powersOfTwoAreTheNearest() {
    assertProducts(
        new RoundedWeights(new WeightFormat.PowersOfTwo(5)),
        (weight, value, values) -> {
          long magnitude = Math.abs(weight);
          long below = Long.highestOneBit(magnitude);
          // From the middle between two powers on, the greater one is nearest, or as near.
          long nearest = 2 * magnitude >= 3 * below ? 2 * below : below;
          return Long.signum(weight) * (magnitude == 1 ? 1 : nearest) * value;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void signedDigitsAreTheNearestThatFew(int digits) {
    assertProducts(
        new RoundedWeights(new WeightFormat.SignedDigits(digits)),
        (weight, value, values) -> {
          long distance = 0;
          while (true) {
            // The greater in magnitude first.
            long outer = weight + (weight < 0 ? -distance : distance);
            long inner = weight - (weight < 0 ? -distance : distance);
            if (digits(outer) <= digits && Math.abs(outer) <= 128) {
              return outer * value;
            }
            if (digits(inner) <= digits) {
              return inner * value;
            }
            distance++;
          }
        });
  }

  /** Digits of the non-adjacent form, which has the fewest: where x and 3x differ. */
  private static int digits(long x) {
    return Long.bitCount(Math.abs(x) ^ 3 * Math.abs(x));
  }

  @Test
  void weightsBeyondTheLevelsBecomeTheLast() {
    DenseLayer rounded =
        new RoundedWeights(new WeightFormat.PowersOfTwo(2))
            .apply(everyWeight(-9, -1, 0, 9), List.of(UNSIGNED));
    assertThat(rounded.weights()).isEqualTo(LongMatrix.of(new long[][] {{-1}, {-1}, {0}, {1}}));
  }

  @Test
  void masksKeepBitsOfTheMagnitude() {
    Random random = new Random(5);
    for (int round = 0; round < 8; round++) {
      long[][] masks = new long[WEIGHTS.length][1];
      for (long[] row : masks) {
        row[0] = random.nextBoolean() ? random.nextInt(1 << 18) : ~random.nextInt(1 << 18);
      }
      assertProducts(
          new SummandMask(LongMatrix.of(masks)),
          (weight, value, values) ->
              Long.signum(weight)
                  * BigInteger.valueOf(Math.abs(weight))
                      .multiply(BigInteger.valueOf(value))
                      .and(BigInteger.valueOf(masks[(int) weight + 128][0]))
                      .longValueExact());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 16})
  void truncatedColumnsAreFloors(int columns) {
    long unit = 1L << columns;
    assertProducts(
        new TruncatedColumns(columns),
        (weight, value, values) ->
            Long.signum(weight) * Math.floorDiv(Math.abs(weight) * value, unit) * unit);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void axSumKeepsTheHighestBitsOfEachProduct(int bits) {
    assertProducts(
        new AxSum(bits),
        (weight, value, values) -> {
          long magnitude = Math.abs(weight);
          int width =
              values.min() == 0
                  ? BigInteger.valueOf(magnitude * 255).bitLength()
                  : BigInteger.valueOf(magnitude * -128).bitLength() + 1;
          long unit = width > bits ? BigInteger.TWO.pow(width - bits).longValueExact() : 1;
          long product = magnitude * value;
          return Long.signum(weight) * (product - Math.floorMod(product, unit));
        });
  }

  @Test
  void onesComplementIsOneLessWhereSomethingIsSubtracted() {
    assertProducts(
        new OnesComplement(),
        (weight, value, values) -> weight < 0 ? ~(-weight * value) : weight * value);
    DenseLayer difference =
        new OnesComplement().apply(layer(new long[][] {{1, -1}}), List.of(UNSIGNED, UNSIGNED));
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        // Sixteen bits wide, as hardware has it.
        short expected = (short) (a + (b ^ 0xffff));
        assertThat(AccumulatorFunction.apply(difference, 0, new long[] {a, b})).isEqualTo(expected);
      }
    }
  }

  @Test
  void onesComplementKeepsMasks() {
    DenseLayer cut = new TruncatedColumns(2).apply(everyWeight(-3), List.of(UNSIGNED));
    DenseLayer both = new OnesComplement().apply(cut, List.of(UNSIGNED));
    assertThat(AccumulatorFunction.apply(both, 0, new long[] {5})).isEqualTo(-12 - 1);
    DenseLayer none =
        new SummandMask(LongMatrix.of(new long[][] {{0}})).apply(both, List.of(UNSIGNED));
    assertThat(AccumulatorFunction.apply(none, 0, new long[] {5})).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 8, 9})
  void cutFeaturesReadTheirHighestBitsAlone(int bits) {
    long[] powers = {-128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 32, 64, 128};
    assertProducts(
        new CutFeatures(LongVector.of(bits)),
        (weight, value, values) -> {
          long lost = bits > 8 ? 1 : 256 >> bits;
          return bits == 0 ? 0 : weight * (value - Math.floorMod(value, lost));
        },
        powers);
  }

  @Test
  void cutFeaturesNeedPowersOfTwo() {
    DenseLayer layer = layer(new long[][] {{3, 4}});
    List<Interval> inputs = List.of(UNSIGNED, UNSIGNED);
    assertThat(new CutFeatures(LongVector.of(8, 1)).apply(layer, inputs).arithmetic())
        .isEqualTo(
            new Arithmetic.MaskedSummands(LongMatrix.of(new long[][] {{-1, -1 << 9}}), false));
    assertThatThrownBy(() -> new CutFeatures(LongVector.of(7, 8)).apply(layer, inputs))
        .hasMessageContaining("weight 3 of input 0, which loses bits, is no power of two");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 100, 255, 300, 511})
  void popcountsSaturate(long cap) {
    DenseLayer layer =
        new SaturatedPopcount(2, cap)
            .apply(
                layer(new long[][] {{1, 1, 0}, {-1, -1, 0}, {1, -1, 1}, {2, 1, 0}}),
                List.of(UNSIGNED, UNSIGNED, UNSIGNED));
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        long[] values = {a, b, 255 - a};
        long sum = a + b > cap ? cap : a + b;
        long others = 255 > cap ? cap : 255;
        long[] expected = {sum, -sum, others - b, 2L * a + b};
        for (int n = 0; n < expected.length; n++) {
          assertThat(AccumulatorFunction.apply(layer, n, values)).isEqualTo(expected[n]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 16})
  void popcountsOfBitsAreOrs(int size) {
    long[] ones = LongStream.generate(() -> 1).limit(16).toArray();
    List<Interval> bits = IntStream.range(0, 16).mapToObj(i -> new Interval(0, 1)).toList();
    DenseLayer layer = new SaturatedPopcount(size, 1).apply(layer(new long[][] {ones}), bits);
    for (int pattern = 0; pattern < 1 << 16; pattern++) {
      int at = pattern;
      long[] values = IntStream.range(0, 16).mapToLong(i -> at >> i & 1).toArray();
      int expected = 0;
      for (int low = 0; low < 16; low += size) {
        expected += (pattern >> low & ((1 << size) - 1)) == 0 ? 0 : 1;
      }
      assertThat(AccumulatorFunction.apply(layer, 0, values)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -16, -256, 0, 0x7f, 0x55, 0xff0, -7})
  void coarseArgMaxComparesChosenBits(long mask) {
    Decision.ArgMax exact = new Decision.ArgMax(LongVector.of(1, 1), LongVector.of(0, 0));
    Decision.ArgMax forward = CoarseArgMax.of(2, mask).apply(exact);
    Decision.ArgMax backward = new CoarseArgMax(List.of(1, 0), LongVector.of(mask)).apply(exact);
    for (int a = -128; a < 128; a++) {
      for (int b = -128; b < 128; b++) {
        BigInteger left = BigInteger.valueOf(a).and(BigInteger.valueOf(mask));
        BigInteger right = BigInteger.valueOf(b).and(BigInteger.valueOf(mask));
        LongVector scores = LongVector.of(a, b);
        int order = left.compareTo(right);
        assertThat(ReferenceModel.decide(forward, scores)).isEqualTo(order < 0 ? 1 : 0);
        assertThat(ReferenceModel.decide(backward, scores)).isEqualTo(order > 0 ? 0 : 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 11})
  void coarseArgMaxOfAllBitsIsExactButForTies(int classes) {
    Decision.ArgMax exact =
        new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0));
    Decision.ArgMax all = CoarseArgMax.of(classes, -1).apply(exact);
    Random random = new Random(classes);
    for (int round = 0; round < 1000; round++) {
      List<Long> scores = new ArrayList<>();
      LongStream.range(0, classes).forEach(k -> scores.add(k * 3 - 9));
      Collections.shuffle(scores, random);
      LongVector vector = LongVector.of(scores.stream().mapToLong(s -> s).toArray());
      assertThat(ReferenceModel.decide(all, vector))
          .isEqualTo(ReferenceModel.decide(exact, vector));
    }
    assertThat(ReferenceModel.decide(all, LongVector.filled(classes, 4))).isZero();
  }

  @Test
  void highBitsCountFromTheTopOfTheField() {
    assertThat(HighBits.mask(UNSIGNED, 3)).isEqualTo(-32);
    assertThat(HighBits.mask(SIGNED, 3)).isEqualTo(-32);
    assertThat(HighBits.mask(SIGNED, 8)).isEqualTo(-1);
    assertThat(HighBits.mask(SIGNED, 1)).isEqualTo(-128);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 8})
  void reluOfFewerBitsKeepsTheHighest(int bits) {
    InputFeature feature = InputFeature.filling("x", 16, Encoding.SIGNED, 1, 0, Rounding.HALF_EVEN);
    DenseLayer relu = everyWeight(1).withActivation(new Activation.ShiftRelu(3, 6));
    IntegerNetwork network =
        new IntegerNetwork(
            "relu",
            List.of(feature),
            List.of(relu, everyWeight(-5)),
            new Decision.Scores(LongVector.of(1), LongVector.of(0)),
            List.of());
    IntegerNetwork first = new ShiftReluWidth(bits).apply(network, 0);
    IntegerNetwork last =
        new ShiftReluWidth(bits)
            .apply(
                new IntegerNetwork(
                    "last", List.of(feature), List.of(relu), network.decision(), List.of()),
                0);
    ReferenceModel firstModel = new ReferenceModel(first);
    ReferenceModel lastModel = new ReferenceModel(last);
    long unit = bits >= 6 ? 1 : 64 >> bits;
    for (int x = -32768; x < 32768; x++) {
      long wide = Math.min(63, Math.max(0, x) / 8);
      long kept = wide / unit;
      var found = firstModel.infer(new long[] {x});
      assertThat(found.values().get(0).get(0)).isEqualTo(kept);
      assertThat(found.scores().get(0)).isEqualTo(-5 * kept * unit);
      assertThat(lastModel.infer(new long[] {x}).scores().get(0)).isEqualTo(kept * unit);
    }
    assertThatThrownBy(() -> new ShiftReluWidth(3).apply(network, 1))
        .hasMessageContaining("no quantized ReLU");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    DenseLayer layer = layer(new long[][] {{1, 1}});
    List<Interval> inputs = List.of(UNSIGNED, UNSIGNED);
    DenseLayer groups = new SaturatedPopcount(2, 1).apply(layer, inputs);
    assertThatThrownBy(() -> new TruncatedColumns(1).apply(groups, inputs))
        .hasMessageContaining("saturated groups have no masks");
    assertThatThrownBy(() -> new SaturatedPopcount(2, 1).apply(groups, inputs))
        .hasMessageContaining("is not exact");
    assertThatThrownBy(
            () -> new SummandMask(LongMatrix.of(new long[][] {{1}})).apply(layer, inputs))
        .hasMessageContaining("1 x 1 masks for 1 x 2 weights");
    assertThatThrownBy(() -> new CutFeatures(LongVector.of(1)).apply(layer, inputs))
        .hasMessageContaining("bits of 1 inputs for 2");
    assertThatThrownBy(() -> new CoarseArgMax(List.of(0, 2), LongVector.of(1)))
        .hasMessageContaining("none of all classes");
    assertThatThrownBy(() -> new CoarseArgMax(List.of(0, 1), LongVector.of()))
        .hasMessageContaining("0 masks for 1 comparators");
    assertThatThrownBy(() -> new TruncatedColumns(63)).hasMessageContaining("63 columns");
    assertThatThrownBy(() -> new AxSum(0)).hasMessageContaining("0 bits");
    assertThatThrownBy(() -> new ShiftReluWidth(0)).hasMessageContaining("0 bits");
    assertThatThrownBy(() -> new SaturatedPopcount(1, 1)).hasMessageContaining("1 inputs");
    assertThatThrownBy(() -> new CutFeatures(LongVector.of(-1))).hasMessageContaining("-1 bits");
  }
}
