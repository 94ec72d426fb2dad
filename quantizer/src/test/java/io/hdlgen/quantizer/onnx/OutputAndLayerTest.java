package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of the dense layer, decisions, and inputs without a quantizer. */
class OutputAndLayerTest extends ModelComparison {
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};
  private static final QuantFormat INPUT = QuantFormat.of(0.25, 5, true);

  private final ModelBuilder model = new ModelBuilder();

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

    assertThat(network.decision().onScores().multipliers().get(0)).isLessThan(1 << 17);
  }

  @Test
  void aReluOnAllOutputsMakesNegativeOnesEqual() {
    double[][] weights = {{1, -2, 0.5}, {-1.5, -1, -2}};
    Value sums = model.dense(model.quant(model.input(1, 2), INPUT), weights);
    String biased =
        model.node(
            "Add", "", List.of(sums.name(), model.constant(new int[] {3}, -0.5, 0.375, -0.25)));
    double[] bias = {-0.5, 0.375, -0.25};
    String relu = model.node("Relu", "", List.of(biased));
    IntegerNetwork network =
        check(
            model,
            new Value(
                relu,
                v -> {
                  double[] y = sums.function().apply(v);
                  for (int j = 0; j < 3; j++) {
                    y[j] = Math.max(0, y[j] + bias[j]);
                  }
                  return y;
                }));

    assertThat(network.layers().get(0).activation()).isInstanceOf(Activation.ShiftRelu.class);
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
}
