package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small quantized models against a plain evaluation in double. */
class QuantizedModelTest extends ModelComparison {
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};
  private static final QuantFormat INPUT = QuantFormat.of(0.25, 5, true);

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
}
