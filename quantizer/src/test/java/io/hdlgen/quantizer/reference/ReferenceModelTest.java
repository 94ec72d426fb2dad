package io.hdlgen.quantizer.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceModelTest {

  @Test
  void batchEqualsInferOnRandomNetworks() {
    int inInt = 0;
    int inLong = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      ReferenceModel model = new ReferenceModel(network);
      long[][] codes = random.codes(network, 1 + seed % 7 * 50);
      long[][] scores = model.scores(codes, 1 + seed % 3);
      int[] classes = model.classify(codes, 2);
      for (int r = 0; r < codes.length; r++) {
        Inference one = model.infer(codes[r]);
        String place = "seed " + seed + " row " + r;
        assertThat(LongVector.of(scores[r])).as(place).isEqualTo(one.scores());
        assertThat(classes[r]).as(place).isEqualTo(one.classIndex());
      }
      if (model.computesInInt()) {
        inInt++;
      } else {
        inLong++;
      }
    }
    assertThat(inInt).isGreaterThan(100);
    assertThat(inLong).isGreaterThan(10);
  }

  @Test
  void batchEqualsInferOnApproximateNetworks() {
    for (int seed = 0; seed < 200; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.nextApproximate();
      ReferenceModel model = new ReferenceModel(network);
      long[][] codes = random.codes(network, 300);
      long[][] scores = model.scores(codes, 2);
      int[] classes = model.classify(codes, 2);
      NetworkRanges ranges = NetworkRanges.of(network);
      for (int r = 0; r < codes.length; r++) {
        Inference one = model.infer(codes[r]);
        String place = "seed " + seed + " row " + r;
        assertThat(LongVector.of(scores[r])).as(place).isEqualTo(one.scores());
        assertThat(classes[r]).as(place).isEqualTo(one.classIndex());
        for (int l = 0; l < network.layers().size(); l++) {
          for (int n = 0; n < network.layers().get(l).outputs(); n++) {
            assertThat(
                    ranges.accumulators().get(l).get(n).contains(one.accumulators().get(l).get(n)))
                .as("%s layer %d neuron %d", place, l, n)
                .isTrue();
          }
        }
      }
      if (network.layers().stream().anyMatch(l -> !(l.arithmetic() instanceof Arithmetic.Exact))) {
        assertThat(model.computesInInt()).isFalse();
      }
    }
  }

  @Test
  void inferEqualsTheDefinitionInBigIntegers() {
    for (int seed = 0; seed < 200; seed++) {
      RandomNetworks random = new RandomNetworks(1000 + seed);
      IntegerNetwork network = random.next();
      ReferenceModel model = new ReferenceModel(network);
      for (long[] row : random.codes(network, 20)) {
        assertThat(model.infer(row).scores().toString())
            .as("seed %d", seed)
            .isEqualTo(bigScores(network, row).toString());
      }
    }
  }

  private static List<BigInteger> bigScores(IntegerNetwork network, long[] codes) {
    List<BigInteger> values = new ArrayList<>();
    for (long code : codes) {
      values.add(BigInteger.valueOf(code));
    }
    for (DenseLayer layer : network.layers()) {
      List<BigInteger> next = new ArrayList<>();
      for (int n = 0; n < layer.outputs(); n++) {
        BigInteger sum = BigInteger.valueOf(layer.biases().get(n));
        for (int i = 0; i < layer.inputs(); i++) {
          sum = sum.add(values.get(i).multiply(BigInteger.valueOf(layer.weights().get(n, i))));
        }
        next.add(activate(layer.activation(), n, sum));
      }
      values = next;
    }
    List<BigInteger> scores = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      scores.add(
          values
              .get(k)
              .multiply(BigInteger.valueOf(network.decision().onScores().multipliers().get(k)))
              .add(BigInteger.valueOf(network.decision().onScores().offsets().get(k))));
    }
    return scores;
  }

  private static BigInteger activate(Activation activation, int neuron, BigInteger sum) {
    return activation.accept(
        new Activation.Visitor<BigInteger>() {
          @Override
          public BigInteger visit(Activation.Identity identity) {
            return sum;
          }

          @Override
          public BigInteger visit(Activation.ShiftRelu relu) {
            BigInteger top = BigInteger.TWO.pow(relu.bits()).subtract(BigInteger.ONE);
            return sum.signum() < 0
                ? BigInteger.ZERO
                : sum.divide(BigInteger.TWO.pow(relu.drop())).min(top);
          }

          @Override
          public BigInteger visit(Activation.MultiThreshold activation) {
            long count = 0;
            for (int t = 0; t < activation.thresholds().columns(); t++) {
              long threshold = activation.thresholds().get(neuron, t);
              count += BigInteger.valueOf(threshold).compareTo(sum) <= 0 ? 1 : 0;
            }
            return BigInteger.valueOf(activation.first() + activation.step() * count);
          }
        });
  }

  @Test
  void refusesCodesOutsideTheRangeOfTheirFeature() {
    ReferenceModel model = new ReferenceModel(twoFeatures(1, new Activation.Identity()));
    assertThatThrownBy(() -> model.infer(new long[] {4, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature speed: code 4 is not one of its signed codes [-3, 3]");
    assertThatThrownBy(() -> model.infer(new long[] {-4, 1})).hasMessageContaining("speed");
    assertThatThrownBy(() -> model.infer(new long[] {0, 0}))
        .hasMessage("feature sign: code 0 is not one of its bipolar codes [-1, 1]");
    assertThatThrownBy(() -> model.infer(new long[] {0})).hasMessage("1 codes for 2 features");
    long[][] rows = Collections.nCopies(1000, new long[] {3, -1}).toArray(new long[0][]);
    rows[700] = new long[] {3, 2};
    rows[900] = new long[] {9, 1};
    assertThatThrownBy(() -> model.scores(rows, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 700: feature sign: code 2 is not one of its bipolar codes [-1, 1]");
  }

  @Test
  void sumsBeyondLongThrow() {
    IntegerNetwork network = twoFeatures(Long.MAX_VALUE / 2, new Activation.Identity());
    ReferenceModel model = new ReferenceModel(network);
    assertThat(model.computesInInt()).isFalse();
    assertThat(model.infer(new long[] {2, 1}).scores().get(0)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> model.infer(new long[] {3, 1}))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> model.scores(new long[][] {{3, 1}}, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void intKernelEndsWhereAccumulatorsNoLongerFit() {
    for (long weight = 357_913_890; weight < 357_913_960; weight++) {
      for (Activation activation :
          List.of(
              new Activation.Identity(),
              new Activation.MultiThreshold(
                  0, 1, LongMatrix.of(new long[][] {{-2 * weight, -5, 3 * weight}})))) {
        IntegerNetwork network = twoFeatures(weight, activation);
        ReferenceModel model = new ReferenceModel(network);
        for (long speed = -3; speed <= 3; speed++) {
          long[] row = {speed, 1};
          assertThat(model.scores(new long[][] {row}, 1)[0][0])
              .isEqualTo(model.infer(row).scores().get(0));
        }
      }
    }
    assertThat(new ReferenceModel(twoFeatures(300_000_000, new Activation.Identity())))
        .matches(ReferenceModel::computesInInt);
    assertThat(new ReferenceModel(twoFeatures(400_000_000, new Activation.Identity())))
        .matches(model -> !model.computesInInt());
  }

  @Test
  void noRowsGiveNoScores() {
    ReferenceModel model = new ReferenceModel(twoFeatures(1, new Activation.Identity()));
    assertThat(model.scores(new long[0][], 2)).isEmpty();
    assertThat(model.classify(new long[0][], 1)).isEmpty();
    assertThatThrownBy(() -> model.scores(new long[0][], 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decidesTiesForTheLowestIndex() {
    LongVector ones = LongVector.filled(3, 1);
    LongVector zeros = LongVector.filled(3, 0);
    Decision.OnScores argMax = new Decision.ArgMax(ones, zeros);
    assertThat(ReferenceModel.decide(argMax, LongVector.of(1, 5, 5))).isEqualTo(1);
    assertThat(ReferenceModel.decide(argMax, LongVector.of(-2, -2, -2))).isZero();
    assertThat(ReferenceModel.decide(new Decision.Scores(ones, zeros), zeros)).isEqualTo(-1);
    Decision.OnScores threshold = new Decision.Threshold(LongVector.of(1), LongVector.of(0), 4);
    assertThat(ReferenceModel.decide(threshold, LongVector.of(4))).isEqualTo(1);
    assertThat(ReferenceModel.decide(threshold, LongVector.of(3))).isZero();
    assertThatThrownBy(() -> ReferenceModel.decide(threshold, zeros))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thresholdsFarAboveTheLowestAccumulatorAreCountedRightly() {
    Activation activation =
        new Activation.MultiThreshold(
            0, 1, LongMatrix.of(new long[][] {{-900_000_000, 0, 1_999_999_999}}));
    ReferenceModel model = new ReferenceModel(twoFeatures(500_000_000, 500_000_000, activation));
    long[][] rows = {{-3, 1}, {-2, 1}, {-1, -1}, {0, 1}, {3, -1}, {3, 1}};
    long[][] scores = model.scores(rows, 1);
    assertThat(scores).isDeepEqualTo(new long[][] {{0}, {1}, {1}, {2}, {3}, {3}});
  }

  private static IntegerNetwork twoFeatures(long weight, Activation activation) {
    return twoFeatures(weight, 0, activation);
  }

  private static IntegerNetwork twoFeatures(long weight, long bias, Activation activation) {
    return new IntegerNetwork(
        "two",
        List.of(
            new InputFeature("speed", 3, Encoding.SIGNED, -3, 3, 1, 0, Rounding.HALF_EVEN),
            InputFeature.filling("sign", 1, Encoding.BIPOLAR, 1, 0, Rounding.HALF_EVEN)),
        List.of(
            new DenseLayer(
                "only",
                LongMatrix.of(new long[][] {{weight, 1}}),
                LongVector.of(bias),
                activation)),
        new Decision.Scores(LongVector.of(1), LongVector.of(0)),
        List.of());
  }
}
