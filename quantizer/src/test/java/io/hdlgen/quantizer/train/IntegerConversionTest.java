package io.hdlgen.quantizer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What training computes of a row is what the integer network computes: every number of it. */
class IntegerConversionTest {
  private static final int ROWS = 300;

  private final Random random = new Random(11);

  @ParameterizedTest
  @CsvSource({
    "int4, RELU, u3, true, 3",
    "int8, RELU, u8, true, 3",
    "int3, RELU, u2, false, 3",
    "ternary, SIGMOID, u4, true, 1",
    "binary, RELU, u1, true, 3",
    "binary, HARD_TANH, b, true, 1",
    "pow2-4, TANH, s4, true, 3",
    "digits-2, HARD_TANH, s2, false, 2",
    "int2, IDENTITY, s5, true, 3",
  })
  void everyValueOfEverySumIsThatOfTraining(
      String weights, FloatActivation activation, String values, boolean batchNorm, int outputs) {
    List<LayerFormat> formats =
        Collections.nCopies(3, new LayerFormat(WeightFormat.parse(weights), format(values)));
    List<InputFeature> features =
        IntStream.range(0, 5)
            .mapToObj(
                i -> InputFeature.filling("x" + i, 4, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN))
            .toList();
    Matrix codes = new Matrix(ROWS, 5);
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < 5; i++) {
        codes.set(r, i, random.nextInt(16));
      }
    }
    try (Workers workers = new Workers(1)) {
      Mlp network =
          new Mlp(
              List.of(5, 8, 6, outputs),
              Collections.nCopies(2, activation),
              batchNorm,
              formats,
              0.21f,
              ROWS,
              workers);
      fill(network);
      Statistics.measure(network, codes, IntStream.range(0, ROWS).toArray());
      List<String> names = List.of("a", "b", "c").subList(0, Math.max(2, outputs));
      IntegerNetwork converted =
          new IntegerConversion(network, formats).convert("net", features, names);
      for (int l = 0; l < 2; l++) {
        compareValues(network.hidden().get(l), converted, l);
      }
      compareClasses(network, converted, codes);
      List<Long> levels = Arrays.stream(WeightFormat.parse(weights).levels()).boxed().toList();
      for (DenseLayer layer : converted.layers()) {
        for (int n = 0; n < layer.outputs(); n++) {
          assertThat(levels)
              .containsAll(Arrays.stream(layer.weights().row(n).toArray()).boxed().toList());
        }
      }
    }
  }

  private static void compareValues(HiddenLayer layer, IntegerNetwork converted, int l) {
    Activation.MultiThreshold activation =
        (Activation.MultiThreshold) converted.layers().get(l).activation();
    int inner = 0;
    for (int n = 0; n < layer.slope().length; n++) {
      Interval range = NetworkRanges.of(converted).accumulators().get(l).get(n);
      for (long sum = range.min(); sum <= range.max(); sum++) {
        long value = activation.first();
        for (long threshold : activation.thresholds().row(n).toArray()) {
          value += threshold <= sum ? activation.step() : 0;
        }
        inner += value > activation.first() ? 1 : 0;
        float trained =
            layer
                .nonlinearity()
                .at(layer.slope()[n] * sum + layer.offset()[n], layer.nonlinearity().scale());
        assertThat((double) value).as("neuron %d, sum %d", n, sum).isEqualTo(trained);
      }
    }
    assertThat(inner).isPositive();
  }

  private static void compareClasses(Mlp network, IntegerNetwork converted, Matrix codes) {
    Matrix logits = network.forward(ROWS, codes, false);
    int n = logits.columns();
    ReferenceModel reference = new ReferenceModel(converted);
    Set<LongVector> scores = new HashSet<>();
    for (int r = 0; r < ROWS; r++) {
      long[] row = new long[codes.columns()];
      for (int i = 0; i < row.length; i++) {
        row[i] = (long) codes.get(r, i);
      }
      int best = n == 1 && logits.get(r, 0) >= 0 ? 1 : 0;
      for (int k = 1; k < n; k++) {
        best = logits.get(r, k) > logits.get(r, best) ? k : best;
      }
      Inference inference = reference.infer(row);
      assertThat(inference.classIndex()).as("row %d", r).isEqualTo(best);
      scores.add(inference.scores());
    }
    assertThat(scores).hasSizeGreaterThan(1);
  }

  /** Gains of both signs, as an optimizer leaves them. */
  private void fill(Mlp network) {
    for (HiddenLayer layer : network.hidden()) {
      for (int j = 0; j < layer.gain().length; j++) {
        layer.gain()[j] = (float) random.nextGaussian();
        layer.shift()[j] = 0.3f * (float) random.nextGaussian();
      }
      layer.nonlinearity().fitStep(new float[] {-0.9f, 0.3f, 0.8f, 1});
    }
    network
        .weights()
        .forEach(
            weights -> {
              float[] latent = weights.latent().toArray();
              for (int i = 0; i < latent.length; i++) {
                latent[i] = (float) random.nextGaussian();
              }
              weights.latent().fill(latent);
              float[] ones = new float[weights.latent().rows()];
              Arrays.fill(ones, 1);
              weights.fitSteps(ones);
            });
    for (int k = 0; k < network.outputs(); k++) {
      network.output().bias()[k] = 0.2f * (float) random.nextGaussian();
    }
    network.refresh();
  }

  private static ActivationFormat format(String text) {
    return switch (text.charAt(0)) {
      case 'u' -> new ActivationFormat.Unsigned(text.charAt(1) - '0');
      case 's' -> new ActivationFormat.Signed(text.charAt(1) - '0');
      default -> new ActivationFormat.Bipolar();
    };
  }
}
