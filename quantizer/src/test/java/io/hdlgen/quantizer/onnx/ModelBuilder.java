package io.hdlgen.quantizer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Builds small ONNX models and, beside each value, the plain {@code double} function that it is of
 * the network's input: the oracle of these tests.
 */
final class ModelBuilder {
  static final String QONNX = "qonnx.custom_op.general";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private boolean constantsAsNodes;
  private String producer = "";
  private int names;

  /** A value that depends on the input, and how it does. */
  record Value(String name, UnaryOperator<double[]> function) {}

  /** From here on constants are {@code Constant} nodes, not initialisers. */
  ModelBuilder constantsAsNodes() {
    constantsAsNodes = true;
    return this;
  }

  /** The program that the model says it is from. */
  ModelBuilder producer(String name) {
    producer = name;
    return this;
  }

  Value input(int... shape) {
    graph.addInput(info("x", shape));
    return new Value("x", x -> x);
  }

  void declareInput(String name, int... shape) {
    graph.addInput(info(name, shape));
  }

  String constant(int[] shape, double... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT.getNumber());
    for (int dimension : shape) {
      tensor.addDims(dimension);
    }
    for (double value : values) {
      tensor.addFloatData((float) value);
    }
    return constant(tensor.build());
  }

  String scalar(double value) {
    return constant(new int[0], value);
  }

  String integers(long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return constant(tensor.build());
  }

  String constant(TensorProto tensor) {
    String name = "c" + names++;
    if (constantsAsNodes) {
      graph.addNode(
          NodeProto.newBuilder()
              .setOpType("Constant")
              .addOutput(name)
              .addAttribute(
                  attribute("value").setType(AttributeProto.AttributeType.TENSOR).setT(tensor)));
    } else {
      graph.addInitializer(tensor.toBuilder().setName(name));
    }
    return name;
  }

  static AttributeProto.Builder attribute(String name) {
    return AttributeProto.newBuilder().setName(name);
  }

  static AttributeProto attribute(String name, long value) {
    return attribute(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
  }

  static AttributeProto attribute(String name, float value) {
    return attribute(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
  }

  static AttributeProto attribute(String name, String value) {
    return attribute(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto attribute(String name, int[] values) {
    AttributeProto.Builder builder = attribute(name).setType(AttributeProto.AttributeType.INTS);
    for (int value : values) {
      builder.addInts(value);
    }
    return builder.build();
  }

  /** A node; gives its output's name. */
  String node(String operator, String domain, List<String> inputs, AttributeProto... attributes) {
    String output = "v" + names++;
    graph.addNode(
        NodeProto.newBuilder()
            .setName(operator + "_" + output)
            .setOpType(operator)
            .setDomain(domain)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return output;
  }

  /** A node that does {@code function} to each element. */
  Value each(
      Value value,
      UnaryOperator<Double> function,
      String operator,
      String domain,
      List<String> inputs,
      AttributeProto... attributes) {
    String output = node(operator, domain, inputs, attributes);
    return new Value(
        output,
        x -> {
          double[] y = value.function.apply(x);
          double[] result = new double[y.length];
          for (int i = 0; i < y.length; i++) {
            result[i] = function.apply(y[i]);
          }
          return result;
        });
  }

  /** {@code Quant}, as its documentation says it. */
  Value quant(Value value, QuantFormat format) {
    return each(
        value,
        format::apply,
        "Quant",
        QONNX,
        format.inputs(this, value.name()),
        format.attributes());
  }

  /** {@code value * weights + bias}, the weights quantized to {@code scale} and given as such. */
  Value dense(Value value, double[][] weights) {
    int inputs = weights.length;
    int outputs = weights[0].length;
    double[] flat = new double[inputs * outputs];
    for (int i = 0; i < inputs; i++) {
      System.arraycopy(weights[i], 0, flat, i * outputs, outputs);
    }
    String output =
        node("MatMul", "", List.of(value.name(), constant(new int[] {inputs, outputs}, flat)));
    return new Value(output, x -> product(value.function.apply(x), weights));
  }

  static double[] product(double[] x, double[][] weights) {
    double[] sums = new double[weights[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += x[i] * weights[i][j];
      }
    }
    return sums;
  }

  void output(String name) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
  }

  ModelProto build() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName(producer)
        .setGraph(graph)
        .build();
  }

  Path write(Path folder) {
    try {
      return Files.write(folder.resolve("model.onnx"), build().toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValueInfoProto info(String name, int[] shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (int dimension : shape) {
      TensorShapeProto.Dimension.Builder entry = TensorShapeProto.Dimension.newBuilder();
      dimensions.addDim(dimension < 0 ? entry.setDimParam("batch") : entry.setDimValue(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1).setShape(dimensions)))
        .build();
  }
}
