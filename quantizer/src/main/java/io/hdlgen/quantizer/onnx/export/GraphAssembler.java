package io.hdlgen.quantizer.onnx.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorAnnotation;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Puts an ONNX file together: nodes in order, constants, shapes and data types of all tensors. */
final class GraphAssembler {
  /** Where today's QONNX tools look for Quant, BipolarQuant and MultiThreshold. */
  static final String QONNX = "qonnx.custom_op.general";

  /** The name of the input, as FINN has it. */
  static final String INPUT = "global_in";

  /** The name of the output, as FINN has it. */
  static final String OUTPUT = "global_out";

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 13;
  private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  GraphAssembler(String name, int features) {
    graph.setName(name).addInput(info(INPUT, 1, features));
  }

  /** A constant of rank 0. */
  String scalar(String name, float value) {
    return constant(name, new int[0], value);
  }

  /** A constant, row-major. */
  String constant(String name, int[] shape, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(FLOAT)
            .setRawData(ByteString.copyFrom(bytes.array()));
    for (int dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** A standard node with one output. */
  String node(String operator, String output, List<String> inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output + "_" + operator)
            .addAllInput(inputs)
            .addOutput(output));
    return output;
  }

  /** A node of QONNX with one output. */
  String qonnx(String operator, String output, List<String> inputs, List<AttributeProto> more) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(QONNX)
            .setName(output + "_" + operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(more));
    return output;
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** States the shape of a value between nodes. */
  void shape(String name, int... shape) {
    graph.addValueInfo(info(name, shape));
  }

  /** States the data type of a tensor the way that FINN reads it. */
  void dataType(String name, String type) {
    graph.addQuantizationAnnotation(
        TensorAnnotation.newBuilder()
            .setTensorName(name)
            .addQuantParameterTensorNames(entry("finn_datatype", type)));
  }

  /** The bytes of the model whose output is that of the last node. */
  byte[] model(int outputs, Map<String, String> metadata) {
    NodeProto.Builder last = graph.getNodeBuilder(graph.getNodeCount() - 1);
    String name = last.getOutput(0);
    last.setOutput(0, OUTPUT);
    for (int i = graph.getValueInfoCount() - 1; i >= 0; i--) {
      if (graph.getValueInfo(i).getName().equals(name)) {
        graph.removeValueInfo(i);
      }
    }
    graph.getQuantizationAnnotationBuilderList().stream()
        .filter(annotation -> annotation.getTensorName().equals(name))
        .forEach(annotation -> annotation.setTensorName(OUTPUT));
    graph.addOutput(info(OUTPUT, 1, outputs));
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("hdlgen")
            .addOpsetImport(operators("", OPERATOR_SET))
            .addOpsetImport(operators(QONNX, 1))
            .setGraph(graph);
    metadata.forEach((key, value) -> model.addMetadataProps(entry(key, value)));
    return model.build().toByteArray();
  }

  private static OperatorSetIdProto operators(String domain, int version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static ValueInfoProto info(String name, int... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (int dimension : shape) {
      dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(dimensions);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
