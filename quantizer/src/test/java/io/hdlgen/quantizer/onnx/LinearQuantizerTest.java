package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code QuantizeLinear} and {@code DequantizeLinear}, as ONNX Runtime's quantization has them. */
class LinearQuantizerTest extends ModelComparison {
  private static final int UINT8 = 2;
  private static final int INT8 = 3;
  private static final double[][] FIRST = {{3, -5, 2}, {-4, 1, 7}};
  private static final double[][] SECOND = {{1, -2}, {2, 3}, {-3, 1}};

  private final ModelBuilder model = new ModelBuilder();

  /** Inputs are multiples of 1/8, so that halves of the hidden scale come about, and ties. */
  @ParameterizedTest
  @CsvSource({"2, 0", "2, 6", "2, 7", "3, 0", "3, -3", "3, -128"})
  void hiddenCodesAreThoseOfTheNode(int type, int zero) {
    Value x = quantized(model.input(-1, 2), 0.125, 2, INT8);
    Value sums = dense(x, FIRST, 0.25, 0);
    Value hidden = quantized(sums, 0.0625 + 1, zero, type);
    check(model, dense(hidden, SECOND, 0.5, 3));
  }

  @Test
  void anEvenZeroPointOfTheInputIsExact() {
    Value x = quantized(model.input(-1, 2), 0.25, 100, UINT8);
    IntegerNetwork network = check(model, dense(x, FIRST, 0.25, 0));
    InputFeature feature = network.inputs().get(0);
    assertThat(feature.bits()).isEqualTo(8);
    assertThat(feature.encoding()).isEqualTo(Encoding.UNSIGNED);
    assertThat(feature.offset()).isEqualTo(-25);
    assertThat(notes()).isEmpty();
  }

  @Test
  void anOddZeroPointOfTheInputIsSaid() {
    Value x = quantized(model.input(-1, 2), 0.25, -3, INT8);
    model.output(dense(x, FIRST, 0.25, 0).name());
    InputFeature feature = read(model).inputs().get(0);
    assertThat(feature.bits()).isEqualTo(8);
    assertThat(feature.encode(0.26)).isEqualTo(-2);
    assertThat(notes()).singleElement().asString().contains("zero point", "is odd");
  }

  @Test
  void aScaleForEachChannelOfTheWeights() {
    Value x = quantized(model.input(-1, 2), 0.125, 0, INT8);
    String codes = model.constant(tensor(INT8, new int[] {2, 3}, 10, -7, 3, 1, 2, -128));
    String scales = model.constant(new int[] {3}, 0.5, 0.25, 2);
    String zeros = model.constant(tensor(INT8, new int[] {3}, 0, 1, -2));
    String weights =
        model.node("DequantizeLinear", "", List.of(codes, scales, zeros), attribute("axis", -1));
    String output = model.node("MatMul", "", List.of(x.name(), weights));
    double[][] real = {{5, -2, 10}, {0.5, 0.25, -252}};
    check(model, new Value(output, v -> ModelBuilder.product(x.function().apply(v), real)));
  }

  @Test
  void aBiasOfIntegersIsThoseIntegers() {
    Value x = quantized(model.input(-1, 2), 0.1, 0, INT8);
    String codes = model.constant(tensor(INT8, new int[] {2, 3}, 3, -5, 2, -4, 1, 7));
    String weights = model.node("DequantizeLinear", "", List.of(codes, model.scalar(0.3)));
    String ints = model.constant(tensor(6, new int[] {3}, 5, -7, 11));
    String bias = model.node("DequantizeLinear", "", List.of(ints, model.scalar(0.1f * 0.3f)));
    String sums = model.node("Gemm", "", List.of(x.name(), weights, bias));
    Value hidden = quantized(new Value(sums, v -> v), 0.1f * 0.3f * 16, 0, INT8);
    model.output(dense(hidden, SECOND, 1, 0).name());
    IntegerNetwork network = read(model);
    // 3a - 4b + 5 = 24 is 1.5 hidden steps, a tie, which goes to the even code.
    double[] row = {0.1 * 9, 0.1 * 2};
    assertThat(PlainEvaluation.values(network, new long[] {9, 2}).get(0)[0]).isEqualTo(2);
    assertThat(network.inputs().get(0).encode(row[0])).isEqualTo(9);
  }

  @Test
  void theZeroPointTellsTheType() {
    Value x = quantized(model.input(-1, 2), 1, 0, INT8);
    assertThat(feature(x)).containsExactly(-128, 127);
  }

  @Test
  void withoutZeroPointTheTypeIsUnsigned() {
    Value x = model.input(-1, 2);
    String codes = model.node("QuantizeLinear", "", List.of(x.name(), model.scalar(1)));
    assertThat(feature(dequantized(codes))).containsExactly(0, 255);
  }

  @Test
  void withoutZeroPointAnAttributeTellsTheType() {
    Value x = model.input(-1, 2);
    String codes =
        model.node(
            "QuantizeLinear", "", List.of(x.name(), model.scalar(1)), attribute("output_dtype", 3));
    assertThat(feature(dequantized(codes))).containsExactly(-128, 127);
  }

  /** As PyTorch writes its quantized models. */
  @Test
  void codesMayBeCastToTheirType() {
    Value x = model.input(-1, 2);
    String zero = model.constant(tensor(UINT8, new int[0], 128));
    List<String> inputs = List.of(x.name(), model.scalar(0.25), zero);
    String codes = model.node("QuantizeLinear", "", inputs);
    String cast = model.node("Cast", "", List.of(codes), attribute("to", UINT8));
    Value real =
        model.each(
            x,
            v -> Math.min(Math.max(Math.rint(v * 4), -128), 127) / 4,
            "DequantizeLinear",
            "",
            List.of(cast, model.scalar(0.25), zero));
    check(model, dense(real, FIRST, 1, 0));
  }

  @Test
  void codesMayNotBeCastToAnotherType() {
    Value x = model.input(-1, 2);
    String zero = model.constant(tensor(UINT8, new int[0], 128));
    String codes = model.node("QuantizeLinear", "", List.of(x.name(), model.scalar(0.25), zero));
    model.output(model.node("Cast", "", List.of(codes), attribute("to", INT8)));
    refused("a Cast of values to an integer type");
  }

  @Test
  void quantizersBehindTheSoftmaxAreLeftOut() {
    Value x = quantized(model.input(-1, 2), 0.25, 0, INT8);
    Value sums = dense(x, FIRST, 0.25, 0);
    String softmax = model.node("Softmax", "", List.of(sums.name()));
    Value output = quantized(new Value(softmax, sums.function()), 1 / 256.0, 0, UINT8);
    check(model, new Value(output.name(), sums.function()));
    assertThat(notes()).singleElement().asString().startsWith("Quantizers behind the softmax");
  }

  @Test
  void otherFormatsOfOnnxRuntimeAreNamed() {
    Value x = model.input(-1, 2);
    model.output(model.node("QGemm", "com.microsoft", List.of(x.name(), model.scalar(1))));
    refused("operator QGemm of the QOperator format", "quant_format=QuantFormat.QDQ");
  }

  @Test
  void dynamicQuantizationIsRefused() {
    Value x = model.input(-1, 2);
    model.output(model.node("DynamicQuantizeLinear", "", List.of(x.name())));
    refused("DynamicQuantizeLinear, whose scale depends on the input", "quantize_static");
  }

  @Test
  void scalesMustFit() {
    Value x = model.input(-1, 2);
    String scale = model.constant(new int[] {3}, 1, 2, 3);
    model.output(model.node("QuantizeLinear", "", List.of(x.name(), scale)));
    refused("a scale of shape [3]");
    ModelBuilder negative = new ModelBuilder();
    Value y = negative.input(-1, 2);
    negative.output(negative.node("QuantizeLinear", "", List.of(y.name(), negative.scalar(-0.5))));
    assertThatThrownBy(() -> read(negative)).hasMessageContaining("scale -0.5");
  }

  private int[] feature(Value x) {
    model.output(dense(x, FIRST, 1, 0).name());
    InputFeature feature = read(model).inputs().get(0);
    return new int[] {(int) feature.min(), (int) feature.max()};
  }

  private Value dequantized(String codes) {
    return new Value(model.node("DequantizeLinear", "", List.of(codes, model.scalar(1))), v -> v);
  }

  /** {@code saturate(rint(x / scale) + zero)}, and back. */
  private Value quantized(Value value, double scale, int zero, int type) {
    String zeroPoint = model.constant(tensor(type, new int[0], zero));
    String factor = model.scalar(scale);
    String codes = model.node("QuantizeLinear", "", List.of(value.name(), factor, zeroPoint));
    double low = type == UINT8 ? 0 : -128;
    return model.each(
        value,
        v -> (Math.min(Math.max(Math.rint(v / scale) + zero, low), low + 255) - zero) * scale,
        "DequantizeLinear",
        "",
        List.of(codes, factor, zeroPoint));
  }

  /** Weights {@code (codes - zero) * scale}, which are given. */
  private Value dense(Value value, double[][] integers, double scale, int zero) {
    int outputs = integers[0].length;
    int[] codes = new int[integers.length * outputs];
    double[][] weights = new double[integers.length][outputs];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (int) integers[i / outputs][i % outputs] + zero;
      weights[i / outputs][i % outputs] = integers[i / outputs][i % outputs] * scale;
    }
    String constant = model.constant(tensor(INT8, new int[] {integers.length, outputs}, codes));
    String zeroPoint = model.constant(tensor(INT8, new int[0], zero));
    String real =
        model.node("DequantizeLinear", "", List.of(constant, model.scalar(scale), zeroPoint));
    String output = model.node("MatMul", "", List.of(value.name(), real));
    return new Value(output, v -> ModelBuilder.product(value.function().apply(v), weights));
  }

  private static TensorProto tensor(int type, int[] shape, int... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type);
    for (int dimension : shape) {
      tensor.addDims(dimension);
    }
    for (int value : values) {
      tensor.addInt32Data(value);
    }
    return tensor.build();
  }

  private List<String> notes() {
    return ModelReader.read(model.write(folder), InputDefaults.NONE).notes();
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> read(model))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
