package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostTrainingQuantizerTest {

  @ParameterizedTest
  @EnumSource(FloatActivation.class)
  void eightBitsAgreeWithTheFloatNetworkForEveryActivation(FloatActivation activation) {
    FloatNetwork network = random(new Random(1), activation, 5, 12, 9, 4);
    double[][] rows = rows(new Random(2), 400, 5);
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(8, 8, 8));

    assertThat(agreement(network, quantized, rows(new Random(3), 1000, 5))).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource(FloatActivation.class)
  void oneBitStillBeatsGuessing(FloatActivation activation) {
    FloatNetwork network = random(new Random(1), activation, 5, 40, 4);
    double[][] rows = rows(new Random(2), 400, 5);
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(1, 1, 8));

    assertThat(agreement(network, quantized, rows(new Random(3), 1000, 5))).isGreaterThan(0.5);
    DenseLayer hidden = quantized.layers().get(0);
    for (int n = 0; n < hidden.outputs(); n++) {
      assertThat(hidden.weights().row(n).toArray()).containsAnyOf(-1, 1).doesNotContain(0);
    }
    Activation.MultiThreshold values = (Activation.MultiThreshold) hidden.activation();
    boolean signed = activation != FloatActivation.RELU && activation != FloatActivation.SIGMOID;
    assertThat(values.first()).isEqualTo(signed ? -1 : 0);
    assertThat(values.step()).isEqualTo(signed ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 4", "3, 1, 8", "1, 3, 2", "16, 8, 16", "8, 2, 8", "2, 8, 1"})
  void bitsAreWhatWasAskedFor(int weightBits, int activationBits, int inputBits) {
    FloatNetwork network = random(new Random(5), FloatActivation.RELU, 6, 10, 8, 3);
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(
            network,
            rows(new Random(6), 200, 6),
            PtqOptions.of(weightBits, activationBits, inputBits));

    assertThat(quantized.inputs()).allMatch(feature -> feature.bits() == inputBits);
    for (DenseLayer layer : quantized.layers()) {
      for (int n = 0; n < layer.outputs(); n++) {
        for (long weight : layer.weights().row(n).toArray()) {
          assertThat(new Interval(weight, weight).width())
              .isLessThanOrEqualTo(Math.max(2, weightBits));
        }
        assertThat(layer.biases().get(n)).isZero();
      }
    }
    NetworkRanges ranges = NetworkRanges.of(quantized);
    for (int l = 0; l < 2; l++) {
      Activation.MultiThreshold values =
          (Activation.MultiThreshold) quantized.layers().get(l).activation();
      assertThat(values.thresholds().columns()).isEqualTo((1 << activationBits) - 1);
      for (int n = 0; n < quantized.layers().get(l).outputs(); n++) {
        Interval range = ranges.accumulators().get(l).get(n);
        for (long threshold : values.thresholds().row(n).toArray()) {
          assertThat(threshold).isBetween(range.min(), range.max() + 1);
        }
      }
    }
    assertThat(quantized.decision().onScores().multipliers().toArray()).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 0.85", "8, 0.97"})
  void oneOutputIsDecidedByThreshold(int bits, double least) {
    FloatNetwork network = random(new Random(8), FloatActivation.RELU, 4, 20, 1);
    double[][] rows = rows(new Random(9), 300, 4);
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(bits, bits, 8));

    assertThat(quantized.decision()).isInstanceOf(Decision.Threshold.class);
    assertThat(quantized.classNames()).containsExactly("0", "1");
    assertThat(agreement(network, quantized, rows(new Random(10), 1000, 4))).isGreaterThan(least);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "8"})
  void deadNeuronsAndConstantFeaturesDoNoHarm(int bits) {
    FloatNetwork live = random(new Random(11), FloatActivation.RELU, 4, 8, 3);
    double[] biases = live.layers().get(0).biases().toArray();
    biases[2] = -1e6;
    List<FloatLayer> layers =
        List.of(
            new FloatLayer(
                "dead",
                live.layers().get(0).weights(),
                new ArrayRealVector(biases),
                FloatActivation.RELU),
            live.layers().get(1));
    FloatNetwork network = new FloatNetwork("dead", live.featureNames(), layers);
    double[][] rows = rows(new Random(12), 300, 4);
    for (double[] row : rows) {
      row[1] = 2.5;
    }
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(bits, bits, 8));

    assertThat(agreement(network, quantized, rows)).isGreaterThan(bits == 1 ? 0.6 : 0.85);
    assertThat(NetworkRanges.of(quantized).values().get(0).get(2)).isEqualTo(Interval.of(0));
  }

  @Test
  void oneRowAndNoVariationGiveTheFloatNetworksClass() {
    FloatNetwork network = random(new Random(13), FloatActivation.TANH, 3, 4, 3);
    double[][] row = {{1.5, -2, 0.25}};
    for (int bits : new int[] {1, 2, 8}) {
      IntegerNetwork quantized =
          PostTrainingQuantizer.quantize(network, row, PtqOptions.of(bits, bits, 8));
      assertThat(agreement(network, quantized, row)).isEqualTo(1);
    }
  }

  @Test
  void allZeroWeightsLeaveTheBiasesToDecide() {
    FloatNetwork network =
        new FloatNetwork(
            "zero",
            List.of("a"),
            List.of(
                new FloatLayer(
                    "fc",
                    MatrixUtils.createRealMatrix(3, 1),
                    new ArrayRealVector(new double[] {0.1, 0.3, 0.2}),
                    FloatActivation.IDENTITY)));
    double[][] rows = {{0}, {1}, {2}};
    for (int bits : new int[] {1, 2, 4}) {
      IntegerNetwork quantized =
          PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(bits, bits, 2));
      assertThat(agreement(network, quantized, rows)).isEqualTo(1);
    }
  }

  @Test
  void inputScaleOfTheUserIsKept() {
    FloatNetwork network = random(new Random(14), FloatActivation.RELU, 3, 6, 2);
    PtqOptions options =
        new PtqOptions(6, 6, new InputOptions(10, OptionalDouble.of(1.0 / 64), Optional.of(true)));
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, rows(new Random(15), 100, 3), options);

    assertThat(quantized.inputs())
        .allMatch(f -> f.scale() == 1.0 / 64 && f.offset() == 0 && f.bits() == 10)
        .allMatch(f -> f.encoding() == Encoding.SIGNED);
  }

  @Test
  void badRowsAreRefused() {
    FloatNetwork network = random(new Random(16), FloatActivation.RELU, 2, 3, 2);
    PtqOptions options = PtqOptions.of(4, 4, 4);
    assertRefused(network, new double[0][], options, "no rows");
    assertRefused(network, new double[][] {{1, 2}, {1}}, options, "row 2: found 1 features");
    assertRefused(network, new double[][] {{1, Double.NaN}}, options, "feature 2: found NaN");
    assertThatThrownBy(() -> PtqOptions.of(0, 4, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("weight bits: found 0; expected 1 to 16");
    assertThatThrownBy(() -> PtqOptions.of(4, 9, 4)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void badNetworksAreRefused() {
    FloatNetwork good = random(new Random(17), FloatActivation.RELU, 2, 3, 2);
    good.layers().get(1).weights().setEntry(1, 0, Double.NaN);
    assertRefused(good, new double[][] {{1, 2}}, PtqOptions.of(4, 4, 4), "neuron 1");
    FloatNetwork empty = new FloatNetwork("empty", List.of("a"), List.of());
    assertRefused(empty, new double[][] {{1}}, PtqOptions.of(4, 4, 4), "no features or no layers");
  }

  private static void assertRefused(
      FloatNetwork network, double[][] rows, PtqOptions options, String message) {
    assertThatThrownBy(() -> PostTrainingQuantizer.quantize(network, rows, options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  static FloatNetwork random(Random random, FloatActivation activation, int... widths) {
    List<FloatLayer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      double[][] weights = new double[widths[l]][widths[l - 1]];
      double spread = 1.5 / Math.sqrt(widths[l - 1]);
      for (double[] row : weights) {
        Arrays.setAll(row, i -> spread * random.nextGaussian());
      }
      double[] biases = random.doubles(widths[l]).map(x -> x - 0.5).toArray();
      layers.add(
          new FloatLayer(
              "fc" + l,
              MatrixUtils.createRealMatrix(weights),
              new ArrayRealVector(biases),
              l == widths.length - 1 ? FloatActivation.IDENTITY : activation));
    }
    List<String> names = IntStream.range(0, widths[0]).mapToObj(i -> "x" + i).toList();
    return new FloatNetwork("random", names, layers);
  }

  static double[][] rows(Random random, int count, int features) {
    double[][] rows = new double[count][features];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return rows;
  }

  private static double agreement(FloatNetwork network, IntegerNetwork quantized, double[][] rows) {
    ReferenceModel reference = new ReferenceModel(quantized);
    int agreed = 0;
    for (double[] row : rows) {
      long[] codes = new long[row.length];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = quantized.inputs().get(i).encode(row[i]);
      }
      agreed += reference.infer(codes).classIndex() == network.classify(row) ? 1 : 0;
    }
    return agreed / (double) rows.length;
  }
}
