package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small quantized models against a plain evaluation in double. */
class QuantizedModelTest {
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};
  private static final QuantFormat INPUT = QuantFormat.of(0.25, 5, true);

  @TempDir private Path folder;
  private final ModelBuilder model = new ModelBuilder();

  @ParameterizedTest
  @ValueSource(strings = {"ROUND", "CEIL", "FLOOR", "UP", "DOWN", "HALF_UP", "HALF_DOWN"})
  void everyRoundingModeAtTies(String mode) {
    for (double zeroPoint : new double[] {0, 1, 0.5}) {
      ModelBuilder model = new ModelBuilder();
      Value x = model.quant(model.input(1, 2), INPUT);
      Value sums = model.dense(x, WEIGHTS);
      Value hidden = model.quant(sums, new QuantFormat(0.5, zeroPoint, 3, true, true, mode));
      check(model, model.dense(hidden, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));
    }
  }

  @Test
  void inputQuantizersOfAllKinds() {
    for (boolean signed : new boolean[] {true, false}) {
      for (int bits = 1; bits <= 8; bits++) {
        ModelBuilder model = new ModelBuilder().constantsAsNodes();
        Value x =
            model.quant(model.input(-1, 2), new QuantFormat(0.5, 1, bits, signed, false, "FLOOR"));
        IntegerNetwork network = check(model, model.dense(x, WEIGHTS));
        assertThat(network.inputs().get(0).bits()).isEqualTo(bits);
        Encoding expected = signed ? Encoding.SIGNED : Encoding.UNSIGNED;
        assertThat(network.inputs().get(0).encoding())
            .isEqualTo(signed && bits == 1 ? Encoding.BIPOLAR : expected);
      }
    }
  }

  @Test
  void constantOnTheLeftTurnsTheAxisRound() {
    Value x = model.input(1, 2);
    Value flipped = model.each(x, v -> 1 - v, "Sub", "", List.of(model.scalar(1), x.name()));
    IntegerNetwork network = check(model, model.dense(model.quant(flipped, INPUT), WEIGHTS));

    assertThat(network.inputs().get(0).scale()).isEqualTo(-0.25);
    assertThat(network.inputs().get(0).offset()).isEqualTo(1);
  }

  @Test
  void negativeAndZeroGamma() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    double[] gamma = {-1.5, 0, 0.75};
    double[] beta = {0.25, 0.5, -0.5};
    double[] mean = {0.5, 1, -1};
    double[] variance = {1, 4, 0.5};
    int[] shape = {3};
    String name =
        model.node(
            "BatchNormalization",
            "",
            List.of(
                sums.name(),
                model.constant(shape, gamma),
                model.constant(shape, beta),
                model.constant(shape, mean),
                model.constant(shape, variance)),
            attribute("epsilon", 0.0078125f));
    Value normal =
        new Value(
            name,
            x -> {
              double[] y = sums.function().apply(x);
              for (int i = 0; i < 3; i++) {
                y[i] = (y[i] - mean[i]) / Math.sqrt(variance[i] + 0.0078125) * gamma[i] + beta[i];
              }
              return y;
            });
    Value bits =
        model.each(
            normal,
            v -> v >= 0 ? 2.0 : -2.0,
            "BipolarQuant",
            "onnx.brevitas",
            List.of(normal.name(), model.scalar(2)));
    IntegerNetwork network =
        check(model, model.dense(bits, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));

    Activation.MultiThreshold activation =
        (Activation.MultiThreshold) network.layers().get(0).activation();
    assertThat(activation.first()).isEqualTo(-1);
    assertThat(activation.step()).isEqualTo(2);
    assertThat(network.layers().get(0).weights().row(0)).isEqualTo(LongVector.of(-2, 3));
    assertThat(network.layers().get(0).weights().row(1)).isEqualTo(LongVector.of(0, 0));
  }

  @Test
  void multiThresholdOfValuesAndOfTheInput() {
    Value x = model.input(1, 2);
    Value levels =
        model.each(
            x,
            v -> 0.5 * count(v, -1, -0.5, 0) - 1,
            "MultiThreshold",
            "finn.custom_op.general",
            List.of(x.name(), model.constant(new int[] {1, 3}, -1, -0.5, 0)),
            attribute("out_scale", 0.5f),
            attribute("out_bias", -1f));
    Value sums = model.dense(levels, WEIGHTS);
    Value signs =
        model.each(
            sums,
            v -> 2 * count(v, 0.25) - 1,
            "MultiThreshold",
            ModelBuilder.QONNX,
            List.of(sums.name(), model.constant(new int[] {3, 1}, 0.25, 0.25, 0.25)),
            attribute("out_scale", 2f),
            attribute("out_bias", -1f));
    IntegerNetwork network =
        check(model, model.dense(signs, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));

    Activation.MultiThreshold activation =
        (Activation.MultiThreshold) network.layers().get(0).activation();
    assertThat(activation.step()).isEqualTo(2);
  }

  private static double count(double x, double... thresholds) {
    return Arrays.stream(thresholds).filter(t -> x >= t).count();
  }

  @Test
  void truncDropsBits() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    Value hidden =
        model.each(
            sums,
            v -> Math.floor(Math.rint(v / 0.125) / 4) * 0.125,
            "Trunc",
            ModelBuilder.QONNX,
            List.of(
                sums.name(),
                model.scalar(0.125),
                model.scalar(0),
                model.scalar(8),
                model.scalar(6)));
    check(model, model.dense(hidden, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));
  }

  @Test
  void signHasThreeValues() {
    Value x = model.input(1, 2);
    Value ternary = model.each(x, Math::signum, "Sign", "", List.of(x.name()));
    Value sums = model.dense(ternary, new double[][] {{1, 1, 1}, {-1, 1, 2}});
    Value hidden = model.each(sums, Math::signum, "Sign", "", List.of(sums.name()));
    check(model, model.dense(hidden, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));
  }

  @Test
  void secondQuantizerOnTheSameSums() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    Value fine = model.quant(sums, QuantFormat.of(0.25, 6, true));
    Value coarse = model.quant(fine, QuantFormat.of(1, 3, true));
    IntegerNetwork network =
        check(model, model.dense(coarse, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));

    assertThat(network.layers()).hasSize(2);
  }

  @Test
  void consecutiveLayersWithoutActivation() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    Value shifted =
        model.each(sums, v -> v + 0.3f, "Add", "", List.of(sums.name(), model.scalar(0.3)));
    IntegerNetwork network =
        check(model, model.dense(shifted, new double[][] {{1, 2}, {-1, 1}, {3, -1}}));

    assertThat(network.layers().get(0).activation()).isEqualTo(new Activation.Identity());
  }

  @Test
  void gemmWithAllItsAttributes() {
    Value x = model.quant(model.input(1, 2), INPUT);
    String weights = model.constant(new int[] {3, 2}, 1, -1.5, -2, 1, 0.5, 2);
    String bias = model.constant(new int[] {3}, 0.5, 0.25, -2);
    String name =
        model.node(
            "Gemm",
            "",
            List.of(x.name(), weights, bias),
            attribute("transB", 1),
            attribute("alpha", -2f),
            attribute("beta", 0.5f));
    double[] biases = {0.25, 0.125, -1};
    check(
        model,
        new Value(
            name,
            v -> {
              double[] sums = ModelBuilder.product(x.function().apply(v), WEIGHTS);
              for (int j = 0; j < 3; j++) {
                sums[j] = -2 * sums[j] + biases[j];
              }
              return sums;
            }));
  }

  @Test
  void weightsOnTheLeftOfAColumn() {
    Value x = model.quant(model.input(2, 1), INPUT);
    String weights = model.constant(new int[] {3, 2}, 1, -1.5, -2, 1, 0.5, 2);
    String name = model.node("MatMul", "", List.of(weights, x.name()));
    check(model, new Value(name, v -> ModelBuilder.product(x.function().apply(v), WEIGHTS)));
  }

  @Test
  void commonTailIsDroppedAndScoresAreAccumulators() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    Value scaled = model.each(sums, v -> v / 3, "Div", "", List.of(sums.name(), model.scalar(3)));
    Value shifted =
        model.each(scaled, v -> v + 7, "Add", "", List.of(scaled.name(), model.scalar(7)));
    String softmax = model.node("Softmax", "", List.of(shifted.name()));
    String classes = model.node("ArgMax", "", List.of(softmax), attribute("axis", 1));
    IntegerNetwork network = check(model, new Value(classes, shifted.function()));

    assertThat(network.decision())
        .isEqualTo(new Decision.ArgMax(LongVector.of(1, 1, 1), LongVector.of(0, 0, 0)));
  }

  @Test
  void realBiasesOfTheLastLayerKeepTheOrder() {
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), WEIGHTS);
    String name =
        model.node(
            "Add", "", List.of(sums.name(), model.constant(new int[] {3}, 0.1, -0.33, 0.77)));
    float[] bias = {0.1f, -0.33f, 0.77f};
    IntegerNetwork network =
        check(
            model,
            new Value(
                name,
                v -> {
                  double[] y = sums.function().apply(v);
                  for (int j = 0; j < 3; j++) {
                    y[j] += bias[j];
                  }
                  return y;
                }));

    assertThat(network.decision().multipliers().get(0)).isLessThan(1 << 17);
  }

  @Test
  void oneOutputIsComparedWithZeroOrOneHalf() {
    double[][] column = {{1}, {-1.5}};
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), column);
    Value sigmoid =
        model.each(sums, v -> 1 / (1 + Math.exp(-v)), "Sigmoid", "", List.of(sums.name()));
    model.output(sigmoid.name());
    IntegerNetwork network = read(model);
    assertThat(((Decision.Threshold) network.decision()).threshold()).isZero();

    ModelBuilder rectified = new ModelBuilder();
    Value positive = rectified.dense(rectified.quant(rectified.input(1, 2), INPUT), column);
    rectified.output(rectified.node("Relu", "", List.of(positive.name())));
    // 0.5 is four units of 0.25 * 0.5.
    assertThat(((Decision.Threshold) read(rectified).decision()).threshold()).isEqualTo(4);
    assertThat(network.classNames()).containsExactly("0", "1");
  }

  @Test
  void withoutAnInputQuantizerTheDefaultsServeAndAreSaid() {
    Value x = model.input(1, 2);
    String weights =
        model.node(
            "Quant",
            ModelBuilder.QONNX,
            List.of(
                model.constant(new int[] {2, 2}, 1, -2, 3, 4),
                model.scalar(1),
                model.scalar(0),
                model.scalar(4)),
            attribute("signed", 1));
    model.output(model.node("MatMul", "", List.of(x.name(), weights)));
    ImportedModel imported = ModelReader.read(model.write(folder), InputDefaults.NONE);

    assertThat(imported.notes()).singleElement().asString().contains("16-bit signed");
    IntegerNetwork network = ((ImportedModel.Quantized) imported).network();
    assertThat(network.name()).isEqualTo("model");
    assertThat(network.inputs().get(1).name()).isEqualTo("x1");
    assertThat(network.inputs().get(0).bits()).isEqualTo(16);
    assertThat(network.inputs().get(0).scale()).isEqualTo(0x1p-10);
    assertThat(network.layers().get(0).weights().row(1)).isEqualTo(LongVector.of(-2, 4));
  }

  private IntegerNetwork read(ModelBuilder model) {
    ImportedModel imported = ModelReader.read(model.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Quantized) imported).network();
  }

  /** Reads the model and compares the order of its scores with that of the plain evaluation. */
  private IntegerNetwork check(ModelBuilder model, Value output) {
    model.output(output.name());
    IntegerNetwork network = read(model);
    Random random = new Random(7);
    for (int trial = 0; trial < 2000; trial++) {
      double[] x = random.doubles(2, -32, 32).map(v -> Math.rint(v) / 8).toArray();
      double[] expected = output.function().apply(x);
      long[] scores = PlainEvaluation.scores(network, x);
      for (int i = 0; i < scores.length; i++) {
        for (int j = i + 1; j < scores.length; j++) {
          assertThat(scores[j] > scores[i])
              .as(
                  "classes %d, %d at %s: real %s, scores %s",
                  i, j, Arrays.toString(x), Arrays.toString(expected), Arrays.toString(scores))
              .isEqualTo(expected[j] > expected[i]);
        }
      }
    }
    return network;
  }
}
