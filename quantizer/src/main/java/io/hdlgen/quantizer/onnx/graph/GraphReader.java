package io.hdlgen.quantizer.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an ONNX file into a {@link Graph}. */
public final class GraphReader {
  /** The largest file that is read. */
  public static final long MAX_FILE_BYTES = 256L << 20;

  private static final int MAX_NODES = 100_000;
  private static final int MAX_INPUTS = 65_536;
  private static final String EXPECTED_MODEL = "an ONNX model";

  private final String file;
  private final ExternalData beside;

  private GraphReader(Path path) {
    file = path.getFileName().toString();
    beside = new ExternalData(path.toAbsolutePath().getParent());
  }

  /**
   * The graph of a file.
   *
   * @throws InvalidInputException if there is no such file, if it is too large or no ONNX model, or
   *     holds what is not a graph with inputs
   */
  public static Graph read(Path path) {
    return new GraphReader(path).graph(parse(path));
  }

  /**
   * The files beside a model in which tensors lie, in the order of the model, each once.
   *
   * @throws InvalidInputException if there is no such model
   */
  public static List<Path> filesBeside(Path path) {
    return parse(path).getGraph().getInitializerList().stream()
        .filter(TensorReader::isExternal)
        .map(tensor -> path.resolveSibling(ExternalData.entry(tensor, "location", "")))
        .distinct()
        .toList();
  }

  private static ModelProto parse(Path path) {
    String where = path.toString();
    try {
      if (!Files.isRegularFile(path)) {
        throw new InvalidInputException(where, "no such file", EXPECTED_MODEL);
      }
      long size = Files.size(path);
      if (size == 0) {
        throw new InvalidInputException(where, "an empty file", EXPECTED_MODEL);
      }
      if (size > MAX_FILE_BYTES) {
        throw new InvalidInputException(
            where, size + " bytes", "a model of at most " + MAX_FILE_BYTES + " bytes");
      }
      return ModelProto.parseFrom(Files.readAllBytes(path));
    } catch (InvalidProtocolBufferException e) {
      throw new InvalidInputException(
          where, "bytes that are no ONNX model", EXPECTED_MODEL + ", complete and unchanged", e);
    } catch (IOException e) {
      throw new InvalidInputException(where, "a file that cannot be read", EXPECTED_MODEL, e);
    }
  }

  private Graph graph(ModelProto model) {
    GraphProto graph = model.getGraph();
    if (!model.hasGraph() || graph.getNodeCount() == 0) {
      throw new InvalidInputException(file, "no graph with nodes", EXPECTED_MODEL);
    }
    if (graph.getNodeCount() > MAX_NODES) {
      throw new InvalidInputException(
          file, graph.getNodeCount() + " nodes", "at most " + MAX_NODES);
    }
    if (graph.getSparseInitializerCount() > 0) {
      throw new InvalidInputException(file, "sparse initialisers", "dense ones");
    }
    Map<String, Tensor> initialisers = new HashMap<>();
    Map<String, List<String>> texts = new HashMap<>();
    for (TensorProto proto : graph.getInitializerList()) {
      String where = file + ": tensor " + proto.getName();
      if (TensorReader.isText(proto)) {
        texts.put(proto.getName(), TensorReader.texts(proto, where));
      } else {
        initialisers.put(proto.getName(), TensorReader.read(proto, where, beside));
      }
    }
    List<ValueInfoProto> inputs =
        graph.getInputList().stream()
            .filter(info -> !initialisers.containsKey(info.getName()))
            .filter(info -> !texts.containsKey(info.getName()))
            .toList();
    if (inputs.isEmpty() || inputs.size() > MAX_INPUTS) {
      throw new InvalidInputException(
          file, inputs.size() + " inputs that are not initialisers", "1 to " + MAX_INPUTS);
    }
    List<Node> nodes = nodes(graph);
    // Looked for behind one input only, so that the time stays linear in the size of the file.
    List<Node> readers = inputs.size() == 1 ? nodes : List.of();
    InputShapes shapes = new InputShapes(file, new RowReaders(readers, initialisers));
    List<GraphInput> features =
        inputs.stream().map(info -> new GraphInput(info.getName(), shapes.of(info))).toList();
    List<String> outputs = graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
    return new Graph(
        file,
        model.getProducerName(),
        features,
        outputs,
        initialisers,
        texts,
        nodes,
        metadata(model));
  }

  private static Map<String, String> metadata(ModelProto model) {
    Map<String, String> metadata = new HashMap<>();
    model.getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    return metadata;
  }

  private List<Node> nodes(GraphProto graph) {
    List<Node> nodes = new ArrayList<>();
    for (NodeProto proto : graph.getNodeList()) {
      String name = proto.getName();
      if (name.isEmpty()) {
        name = "number " + nodes.size() + (proto.getOutputCount() > 0 ? " that gives " : "");
        name += proto.getOutputCount() > 0 ? proto.getOutput(0) : "";
      }
      String where = file + ": node " + name;
      String domain = proto.getDomain().equals("ai.onnx") ? "" : proto.getDomain();
      nodes.add(
          new Node(
              where,
              proto.getOpType(),
              domain,
              proto.getInputList(),
              proto.getOutputList(),
              attributes(proto, where)));
    }
    return nodes;
  }

  private Attributes attributes(NodeProto node, String where) {
    Map<String, List<Double>> numbers = new HashMap<>();
    Map<String, List<String>> texts = new HashMap<>();
    Map<String, Tensor> tensors = new HashMap<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      String name = attribute.getName();
      List<Double> list = new ArrayList<>();
      attribute.getIntsList().forEach(value -> list.add(value.doubleValue()));
      attribute.getFloatsList().forEach(value -> list.add(value.doubleValue()));
      switch (attribute.getType()) {
        case FLOAT -> list.add((double) attribute.getF());
        case INT -> list.add((double) attribute.getI());
        case STRING -> texts.put(name, List.of(attribute.getS().toStringUtf8()));
        case STRINGS ->
            texts.put(
                name, attribute.getStringsList().stream().map(ByteString::toStringUtf8).toList());
        case TENSOR -> {
          String at = where + " attribute " + name;
          if (TensorReader.isText(attribute.getT())) {
            texts.put(name, TensorReader.texts(attribute.getT(), at));
          } else {
            tensors.put(name, TensorReader.read(attribute.getT(), at, beside));
          }
        }
        default -> {
          // Lists of numbers are read above; nothing that is supported has any other kind.
        }
      }
      for (double value : list) {
        // An Imputer looks for NaN; it is refused as what it is.
        if (!Double.isFinite(value) && !node.getOpType().equals("Imputer")) {
          throw new InvalidInputException(where, name + " = " + value, "a finite attribute");
        }
      }
      numbers.put(name, list);
    }
    return new Attributes(numbers, texts, tensors);
  }
}
