package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models without quantizers. */
class FloatModelTest {
  private static final double[][] FIRST = {{0.5, -1.25, 2}, {1.5, 0.75, -0.5}};
  private static final double[][] SECOND = {{1.5, -0.25}, {0.5, 2}, {-1, 0.125}};

  @TempDir private Path folder;
  private final ModelBuilder model = new ModelBuilder();

  @Test
  void everythingAffineIsFoldedIntoTheLayers() {
    Value x = model.input(-1, 2);
    Value scaled = model.each(x, v -> 2 * v, "Mul", "", List.of(model.scalar(2), x.name()));
    Value shifted =
        model.each(scaled, v -> 1 - v, "Sub", "", List.of(model.scalar(1), scaled.name()));
    Value sums = model.dense(shifted, FIRST);
    Value biased =
        model.each(sums, v -> v + 0.25, "Add", "", List.of(sums.name(), model.scalar(0.25)));
    Value relu = model.each(biased, v -> Math.max(0, v), "Relu", "", List.of(biased.name()));
    Value behind = model.each(relu, v -> v / 4, "Div", "", List.of(relu.name(), model.scalar(4)));
    Value output = model.dense(behind, SECOND);
    model.output(model.node("Softmax", "", List.of(output.name())));
    FloatNetwork network = read();

    assertThat(network.featureNames()).containsExactly("x0", "x1");
    assertThat(network.layers()).hasSize(2);
    assertThat(network.layers().get(0).activation()).isEqualTo(FloatActivation.RELU);
    Random random = new Random(3);
    for (int trial = 0; trial < 100; trial++) {
      double[] input = random.doubles(2, -3, 3).toArray();
      assertThat(network.outputs(input))
          .containsExactly(output.function().apply(input), within(1e-9));
    }
  }

  @Test
  void layersWithoutActivationBetweenThemAreOne() {
    Value x = model.input(1, 2);
    Value first = model.dense(x, FIRST);
    Value shifted =
        model.each(first, v -> 3 - 2 * v, "Sub", "", List.of(model.scalar(3), twice(first)));
    Value output = model.dense(shifted, SECOND);
    model.output(output.name());
    FloatNetwork network = read();

    assertThat(network.layers()).hasSize(1);
    double[] input = {0.7, -1.3};
    assertThat(network.outputs(input))
        .containsExactly(output.function().apply(input), within(1e-9));
  }

  private String twice(Value value) {
    return model.node("Mul", "", List.of(model.scalar(2), value.name()));
  }

  @Test
  void aNarrowLayerWithoutActivationStays() {
    double[][] wide = new double[20][1];
    double[][] back = new double[1][20];
    for (int i = 0; i < 20; i++) {
      wide[i][0] = i - 9.5;
      back[0][i] = 1 + i / 8.0;
    }
    Value x = model.input(1, 20);
    model.output(model.dense(model.dense(x, wide), back).name());

    assertThat(read().layers()).hasSize(2);
  }

  @Test
  void rectifiedSingleOutputIsComparedWithOneHalf() {
    Value x = model.input(1, 2);
    Value sums = model.dense(x, new double[][] {{1}, {-1}});
    model.output(model.node("Relu", "", List.of(sums.name())));
    FloatNetwork network = read();

    assertThat(network.classify(new double[] {1.6, 1})).isEqualTo(1);
    assertThat(network.classify(new double[] {1.4, 1})).isZero();
  }

  /** {@code relu(x) - slope * relu(-x)}, as Keras writes a PReLU. */
  @Test
  void aLeakyReluAsTheSumOfTwo() {
    for (boolean adds : new boolean[] {true, false}) {
      for (boolean reversed : adds ? new boolean[] {false, true} : new boolean[] {false}) {
        ModelBuilder sum = new ModelBuilder();
        Value sums = sum.dense(sum.input(1, 2), FIRST);
        String plus = sum.node("Relu", "", List.of(sums.name()));
        String minus = sum.node("Relu", "", List.of(sum.node("Neg", "", List.of(sums.name()))));
        double sign = adds ? -1 : 1;
        String slopes = sum.constant(new int[] {3}, sign * 0.25, sign * 0.5, 0);
        String scaled = sum.node("Mul", "", List.of(slopes, minus));
        List<String> terms = reversed ? List.of(scaled, plus) : List.of(plus, scaled);
        String leaky = sum.node(adds ? "Add" : "Sub", "", terms);
        sum.output(sum.dense(new Value(leaky, v -> v), SECOND).name());
        FloatNetwork network = read(sum);
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
          double[] input = random.doubles(2, -3, 3).toArray();
          double[] x = sums.function().apply(input);
          double[] values = {leak(x[0], 0.25), leak(x[1], 0.5), leak(x[2], 0)};
          assertThat(network.outputs(input))
              .containsExactly(ModelBuilder.product(values, SECOND), within(1e-9));
        }
      }
    }
  }

  private static double leak(double x, double slope) {
    return x >= 0 ? x : slope * x;
  }

  @Test
  void flattenedImageAndReorderedFeatures() {
    Value x = model.input(1, 2, 2);
    String transposed =
        model.node("Transpose", "", List.of(x.name()), attribute("perm", new int[] {0, 2, 1}));
    String flat = model.node("Flatten", "", List.of(transposed));
    Value sums =
        model.dense(new Value(flat, v -> v), new double[][] {{1, 0}, {2, 0}, {0, 3}, {0, 4}});
    model.output(sums.name());

    assertThat(read().outputs(new double[] {1, 10, 100, 1000})).containsExactly(201, 4030);
  }

  @Test
  void shapeArithmeticIsFolded() {
    Value x = model.input(-1, 2, 2);
    String shape = model.node("Shape", "", List.of(x.name()));
    String batch = model.node("Gather", "", List.of(shape, model.integers(0)));
    String target =
        model.node("Concat", "", List.of(batch, model.integers(-1)), attribute("axis", 0));
    String flat = model.node("Reshape", "", List.of(x.name(), target));
    model.output(
        model
            .dense(new Value(flat, v -> v), new double[][] {{1, 0}, {2, 0}, {0, 3}, {0, 4}})
            .name());

    assertThat(read().outputs(new double[] {1, 10, 100, 1000})).containsExactly(21, 4300);
  }

  @Test
  void elementTypesOfTensors() {
    ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    halves.putShort((short) 0x3e00).putShort((short) 0xc100);
    assertThat(weights(tensor(10, halves.array()))).containsExactly(1.5, -2.5);
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(0.1).putDouble(-3);
    assertThat(weights(tensor(11, doubles.array()))).containsExactly(0.1, -3);
    assertThat(weights(tensor(3, new byte[] {-5, 7}))).containsExactly(-5, 7);
    assertThat(weights(tensor(2, new byte[] {-5, 7}))).containsExactly(251, 7);
    assertThat(weights(tensor(21, new byte[] {(byte) 0x9e}))).containsExactly(14, 9);
    assertThat(weights(tensor(22, new byte[] {(byte) 0x7e}))).containsExactly(-2, 7);
    assertThat(weights(tensor(22).addInt32Data(0x8f).build())).containsExactly(-1, -8);
    ByteBuffer longs = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    longs.putLong(1L << 40).putLong(-1);
    assertThat(weights(tensor(7, longs.array()))).containsExactly(0x1p40, -1);
  }

  private static TensorProto tensor(int type, byte[] data) {
    return tensor(type).setRawData(ByteString.copyFrom(data)).build();
  }

  private static TensorProto.Builder tensor(int type) {
    return TensorProto.newBuilder().setDataType(type).addDims(2).addDims(1);
  }

  private double[] weights(TensorProto tensor) {
    ModelBuilder one = new ModelBuilder();
    Value x = one.input(1, 2);
    one.output(one.node("MatMul", "", List.of(x.name(), one.constant(tensor))));
    ImportedModel imported = ModelReader.read(one.write(folder), InputDefaults.NONE);
    FloatNetwork network = ((ImportedModel.Floating) imported).network();
    return network.layers().get(0).weights().getRow(0);
  }

  private FloatNetwork read() {
    return read(model);
  }

  private FloatNetwork read(ModelBuilder from) {
    ImportedModel imported = ModelReader.read(from.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Floating) imported).network();
  }
}
