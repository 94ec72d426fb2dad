package io.hdlgen.quantizer.ptq;

import ai.onnx.proto.OnnxMl;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The repository's digits example: its float network and its two tables. */
final class DigitsExample {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.root", "..")).resolve("examples/digits");

  /** Rows of a table: pixels {@code [rows][64]} and the digit of each. */
  record Table(List<String> names, double[][] pixels, int[] digits) {}

  private DigitsExample() {}

  static Table train() throws IOException {
    return table("train.csv");
  }

  static Table test() throws IOException {
    return table("test.csv");
  }

  private static Table table(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
    List<String> names = List.of(lines.get(0).split(","));
    double[][] pixels = new double[lines.size() - 1][names.size() - 1];
    int[] digits = new int[pixels.length];
    for (int r = 0; r < pixels.length; r++) {
      String[] cells = lines.get(r + 1).split(",");
      for (int i = 0; i < pixels[r].length; i++) {
        pixels[r][i] = Double.parseDouble(cells[i]);
      }
      digits[r] = Integer.parseInt(cells[cells.length - 1]);
    }
    return new Table(names.subList(0, names.size() - 1), pixels, digits);
  }

  /** The network of digits.onnx: Gemm nodes with transposed weights, Relu between them. */
  static FloatNetwork network() throws IOException {
    OnnxMl.GraphProto graph =
        OnnxMl.ModelProto.parseFrom(Files.readAllBytes(FOLDER.resolve("digits.onnx"))).getGraph();
    Map<String, OnnxMl.TensorProto> tensors = new LinkedHashMap<>();
    graph.getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
    List<OnnxMl.NodeProto> nodes = graph.getNodeList();
    List<FloatLayer> layers = new ArrayList<>();
    for (int k = 0; k < nodes.size(); k += 2) {
      OnnxMl.TensorProto weights = tensors.get(nodes.get(k).getInput(1));
      boolean hidden = nodes.get(k + 1).getOpType().equals("Relu");
      layers.add(
          new FloatLayer(
              nodes.get(k).getName(),
              matrix(weights),
              matrix(tensors.get(nodes.get(k).getInput(2))).getRowVector(0),
              hidden ? FloatActivation.RELU : FloatActivation.IDENTITY));
    }
    return new FloatNetwork("digits", train().names(), layers);
  }

  private static RealMatrix matrix(OnnxMl.TensorProto tensor) {
    FloatBuffer data =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int columns = (int) tensor.getDims(tensor.getDimsCount() - 1);
    double[][] values = new double[data.remaining() / columns][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = data.get();
      }
    }
    return MatrixUtils.createRealMatrix(values);
  }
}
