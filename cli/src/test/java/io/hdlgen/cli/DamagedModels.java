package io.hdlgen.cli;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** The example's model with one thing wrong, or otherwise. */
final class DamagedModels {
  private final Path folder;
  private final byte[] model;

  DamagedModels(Path folder) throws IOException {
    this.folder = folder;
    Path root = Path.of(System.getProperty("project.root", ".."));
    model = Files.readAllBytes(root.resolve("examples/digits/digits.onnx"));
  }

  Path right() throws IOException {
    return Files.write(folder.resolve("right.onnx"), model);
  }

  Path truncated() throws IOException {
    return Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(model, model.length / 2));
  }

  Path randomBytes() throws IOException {
    byte[] bytes = new byte[5000];
    new Random(3).nextBytes(bytes);
    return Files.write(folder.resolve("random.onnx"), bytes);
  }

  Path convolution() throws IOException {
    return changed(
        "convolution.onnx",
        graph -> {
          NodeProto.Builder node = graph.getNodeBuilder(0);
          node.clearAttribute().setOpType("Conv").setName("conv0");
        });
  }

  Path notANumber() throws IOException {
    return changed(
        "nan.onnx",
        graph -> {
          TensorProto.Builder weights = graph.getInitializerBuilder(0);
          byte[] values = weights.getRawData().toByteArray();
          ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).putFloat(4 * 17, Float.NaN);
          weights.setRawData(ByteString.copyFrom(values));
        });
  }

  /** Not wrong: the first weights lie in the file {@code weights.data} beside the model. */
  Path external() throws IOException {
    Path weights = folder.resolve("weights.data");
    return changed(
        "external.onnx",
        graph -> {
          TensorProto.Builder tensor = graph.getInitializerBuilder(0);
          try {
            Files.write(weights, tensor.getRawData().toByteArray());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          tensor
              .clearRawData()
              .setDataLocation(TensorProto.DataLocation.EXTERNAL)
              .addExternalDataBuilder()
              .setKey("location")
              .setValue("weights.data");
        });
  }

  Path noInputs() throws IOException {
    return changed(
        "empty.onnx",
        graph ->
            graph
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1)
                .setDimValue(0));
  }

  Path emptyLayer() throws IOException {
    return changed(
        "empty-layer.onnx",
        graph ->
            graph
                .getInitializerBuilder(0)
                .setDims(0, 0)
                .setDims(1, 64)
                .setRawData(ByteString.EMPTY));
  }

  private Path changed(String name, Consumer<GraphProto.Builder> change) throws IOException {
    ModelProto.Builder changed = ModelProto.parseFrom(model).toBuilder();
    change.accept(changed.getGraphBuilder());
    return Files.write(folder.resolve(name), changed.build().toByteArray());
  }
}
