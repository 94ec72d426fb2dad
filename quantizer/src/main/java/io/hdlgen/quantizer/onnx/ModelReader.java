package io.hdlgen.quantizer.onnx;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.annotation.NetworkAnnotation;
import io.hdlgen.quantizer.onnx.graph.Graph;
import io.hdlgen.quantizer.onnx.graph.GraphReader;
import io.hdlgen.quantizer.onnx.integer.InputFormat;
import io.hdlgen.quantizer.onnx.integer.IntegerNetworkBuilder;
import io.hdlgen.quantizer.onnx.mlp.GraphWalk;
import io.hdlgen.quantizer.onnx.mlp.Perceptron;
import io.hdlgen.quantizer.onnx.real.FloatNetworkBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads ONNX and QONNX files. */
public final class ModelReader {
  private static final int DEFAULT_BITS = 16;
  private static final double DEFAULT_SCALE = 0x1p-10;

  private ModelReader() {}

  /**
   * The network that a file holds: integer if the model has a quantizer anywhere, else real.
   *
   * <p>The network is named after the file. Its features are {@code x0, x1, ...} in the row-major
   * order of the model's input, or named as the inputs if there are several; its classes are named
   * as the model does, else {@code 0, 1, ...}. Weights may lie in files in the model's folder. A
   * file that hdlgen exported has the names that its network had.
   *
   * @param defaults how to quantize the inputs of a quantized model that does not say
   * @throws InvalidInputException if the file is no ONNX model, or not a multilayer perceptron
   *     whose values can all be integers; names the node
   */
  public static ImportedModel read(Path file, InputDefaults defaults) {
    Graph graph = GraphReader.read(file);
    Perceptron perceptron = GraphWalk.walk(graph);
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    name = name.isBlank() ? "network" : name;
    if (!perceptron.isQuantized()) {
      FloatNetworkBuilder.Built built = FloatNetworkBuilder.build(perceptron, name);
      return new ImportedModel.Floating(built.network(), built.notes());
    }
    InputFormat format =
        new InputFormat(
            defaults.bits().orElse(DEFAULT_BITS),
            defaults.scale().orElse(DEFAULT_SCALE),
            defaults.signed().orElse(true));
    IntegerNetworkBuilder.Built built =
        IntegerNetworkBuilder.build(
            perceptron, name, format, NetworkAnnotation.of(graph.metadata()));
    List<String> notes = new ArrayList<>(built.notes());
    boolean quantizesInput =
        perceptron.stages().get(0).inputs().stream()
            .allMatch(element -> element.chain().quantizes());
    if (!quantizesInput) {
      notes.add(0, inputNote(format));
    } else if (!defaults.equals(InputDefaults.NONE)) {
      notes.add(0, "The model quantizes its input itself; the input options have no effect");
    }
    return new ImportedModel.Quantized(built.network(), notes);
  }

  /**
   * The files beside a model that was read in which its weights lie, in the order of the model.
   *
   * @throws InvalidInputException if the file is no ONNX model
   */
  public static List<Path> filesBeside(Path file) {
    return GraphReader.filesBeside(file);
  }

  private static String inputNote(InputFormat format) {
    return "The model does not quantize its input: taken as "
        + format.bits()
        + "-bit "
        + (format.signed() ? "signed" : "unsigned")
        + " codes of scale "
        + format.scale()
        + "; choose with --input-bits, --input-scale, --input-signed";
  }
}
