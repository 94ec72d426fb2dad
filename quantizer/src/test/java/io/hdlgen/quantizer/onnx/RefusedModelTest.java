package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused: one line that names file and place. */
class RefusedModelTest {
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};
  private static final QuantFormat INPUT = QuantFormat.of(0.25, 5, true);

  @TempDir private Path folder;
  private ModelBuilder model = new ModelBuilder();
  private Value x;
  private Value sums;

  @BeforeEach
  void quantizedLayer() {
    model = new ModelBuilder();
    x = model.quant(model.input(1, 2), INPUT);
    sums = model.dense(x, WEIGHTS);
  }

  @Test
  void convolution() {
    refused(
        model.node("Conv", "", List.of(sums.name(), model.scalar(1))),
        "model.onnx: node Conv_",
        "found operator Conv; expected an MLP made of Gemm, MatMul");
  }

  @Test
  void zeroPointWithoutAType() {
    refused(
        model.node("QuantizeLinear", "", List.of(sums.name(), model.scalar(0.5), model.scalar(0))),
        "found a zero point that is no plain integer; expected one of 4 to 16 bits");
  }

  @Test
  void foreignDomain() {
    refused(model.node("Relu", "com.example", List.of(sums.name())), "com.example.Relu");
  }

  @Test
  void nanWeight() {
    refused(
        model.node("Add", "", List.of(sums.name(), model.constant(new int[] {3}, 1, 0.0 / 0, 2))),
        "tensor c",
        "NaN at index 1");
  }

  @Test
  void infiniteWeight() {
    refused(
        model.node("Add", "", List.of(sums.name(), model.constant(new int[] {1}, 1 / 0.0))),
        "Infinity at index 0");
  }

  @Test
  void hugeTensor() {
    TensorProto tensor =
        TensorProto.newBuilder().setDataType(1).addDims(1 << 20).addDims(1 << 20).build();
    refused(
        model.node("Add", "", List.of(sums.name(), model.constant(tensor))),
        "shape [1048576, 1048576]");
  }

  @Test
  void tensorShorterThanItsShape() {
    TensorProto tensor = TensorProto.newBuilder().setDataType(1).addDims(3).addFloatData(1).build();
    refused(model.node("Add", "", List.of(sums.name(), model.constant(tensor))), "1 values");
  }

  @Test
  void externalData() {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDataType(1)
            .addDims(3)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue("weights.bin"))
            .build();
    refused(
        model.node("Add", "", List.of(sums.name(), model.constant(tensor))),
        "external file weights.bin, which is not there");
  }

  @Test
  void layerWithoutInputs() {
    refused(
        model.node("MatMul", "", List.of(sums.name(), model.constant(new int[] {0, 3}))),
        "without elements");
  }

  @Test
  void inputWithoutFeatures() {
    ModelBuilder empty = new ModelBuilder();
    Value none = empty.input(1, 0);
    empty.output(empty.node("Relu", "", List.of(none.name())));
    refusedModel(empty, "input x: found dimension 1 of size 0; expected at least one feature");
  }

  @Test
  void weightsThatDoNotFit() {
    Value hidden = model.quant(sums, INPUT);
    refused(model.dense(hidden, WEIGHTS).name(), "3 values by weights for 2");
  }

  @Test
  void residualConnection() {
    Value hidden = model.quant(sums, INPUT);
    refused(model.node("Add", "", List.of(hidden.name(), sums.name())), "Add of two values");
  }

  @Test
  void inputsThatAreAdded() {
    model.declareInput("z", 1, 2);
    refused(model.node("Add", "", List.of(x.name(), "z")), "Add of two values");
  }

  @Test
  void twoOutputs() {
    Value other = model.quant(sums, INPUT);
    model.output(other.name());
    refused(sums.name(), "2 outputs");
  }

  @Test
  void severalVectors() {
    ModelBuilder batch = new ModelBuilder();
    Value rows = batch.quant(batch.input(2, 3, 2), INPUT);
    batch.output(batch.dense(rows, WEIGHTS).name());
    refusedModel(batch, "6 vectors of 2");
  }

  @Test
  void activationWithoutQuantizer() {
    Value relu = model.each(sums, v -> Math.max(0, v), "Relu", "", List.of(sums.name()));
    refused(
        model.dense(relu, new double[][] {{1, 2}, {-1, 1}, {3, -1}}).name(),
        "node MatMul_",
        "an activation that is not quantized");
  }

  @Test
  void weightsWithoutQuantizer() {
    Value hidden = model.quant(sums, INPUT);
    refused(
        model.dense(hidden, new double[][] {{0.1234567}, {1.1}, {-0.7}}).name(),
        "weights without a quantizer");
  }

  @Test
  void hiddenValuesOfMoreThanTwelveBits() {
    Value wide =
        model.quant(model.dense(x, new double[][] {{999}, {1}}), QuantFormat.of(0.25, 16, true));
    refused(model.dense(wide, new double[][] {{1, 2}}).name(), "a quantizer of at most 12 bits");
  }

  @Test
  void unknownRoundingMode() {
    QuantFormat odd = new QuantFormat(1, 0, 3, true, false, "STOCHASTIC");
    refused(model.quant(sums, odd).name(), "rounding_mode STOCHASTIC");
  }

  @Test
  void scaleThatIsNotPositive() {
    refused(model.quant(sums, QuantFormat.of(-1, 3, true)).name(), "scale -1.0");
  }

  @Test
  void quantizerWhoseScaleDependsOnTheInput() {
    refused(
        model.node(
            "Quant",
            ModelBuilder.QONNX,
            List.of(model.scalar(1), sums.name(), model.scalar(0), model.scalar(3))),
        "input 1 depends on the network's input");
  }

  @Test
  void descendingLeakyRelu() {
    refused(
        model.node("LeakyRelu", "", List.of(sums.name()), attribute("alpha", -0.5f)),
        "negative slope");
  }

  @Test
  void activationsThatAreNotRead() {
    refused(
        model.node("Elu", "", List.of(sums.name())),
        "an activation with Elu; expected ReLU, leaky ReLU");
  }

  @Test
  void activationsThatAreProducts() {
    String sigmoid = model.node("Sigmoid", "", List.of(sums.name()));
    refused(
        model.node("Mul", "", List.of(sums.name(), sigmoid)),
        "Mul of two values",
        "as in swish or GELU; expected ReLU");
  }

  @Test
  void normalisationOfEachRow() {
    refused(
        model.node("LayerNormalization", "", List.of(sums.name(), model.scalar(1))),
        "LayerNormalization, which divides",
        "expected batch normalisation");
  }

  @Test
  void constantsThatTf2onnxLeftOut() {
    ModelBuilder keras = new ModelBuilder().producer("tf2onnx");
    Value rows = keras.input(1, 2);
    keras.declareInput("model/normalization/Sub/y:0", 1, 2);
    String centred = keras.node("Sub", "", List.of(rows.name(), "model/normalization/Sub/y:0"));
    keras.output(keras.dense(new Value(centred, v -> v), WEIGHTS).name());
    refusedModel(
        keras,
        "found input model/normalization/Sub/y:0, a constant such as the mean of a Normalization",
        "tf2onnx.convert --saved-model");
  }

  @Test
  void softmaxThatIsNotTheEnd() {
    String softmax = model.node("Softmax", "", List.of(sums.name()));
    refused(model.node("Relu", "", List.of(softmax)), "behind a softmax");
  }

  private void refused(String output, String... parts) {
    model.output(output);
    refusedModel(model, parts);
  }

  private void refusedModel(ModelBuilder refused, String... parts) {
    Path file = refused.write(folder);
    assertThatThrownBy(() -> ModelReader.read(file, InputDefaults.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
