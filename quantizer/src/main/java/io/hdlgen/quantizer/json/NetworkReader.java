package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads all versions of the format. */
final class NetworkReader {
  static final int MAX_FEATURES = 65_536;
  static final int MAX_LAYERS = 64;

  private static final List<String> KEYS =
      List.of("format", "version", "name", "inputs", "layers", "decision", "classNames");
  private static final List<String> LAYER_KEYS = List.of("name", "weights", "biases", "activation");
  private static final List<String> ALL_LAYER_KEYS =
      List.of("name", "weights", "biases", "activation", "arithmetic");

  private final String text;
  private final String source;
  private JsonCursor json;

  private String name;
  private List<InputFeature> inputs;
  private List<DenseLayer> layers;
  private Decision decision;
  private List<String> classNames;

  NetworkReader(String text, String source) {
    this.text = text;
    this.source = source;
  }

  IntegerNetwork read() {
    int version =
        FormatHeader.check(new JsonCursor(text, source), NetworkJson.FORMAT, NetworkJson.VERSION);
    json = new JsonCursor(text, source);
    json.require(json.object(KEYS, this::member), KEYS);
    json.end();
    checkShapes();
    IntegerNetwork network;
    try {
      network = new IntegerNetwork(name, inputs, layers, decision, classNames);
      NetworkRanges.of(network);
    } catch (IllegalArgumentException contradiction) {
      throw json.failureAt("decision", contradiction.getMessage(), "a decision that fits");
    } catch (ArithmeticException beyondLong) {
      throw json.failureAt(
          "layers",
          "weights with which a sum can leave the range of 64 bits",
          "sums and scores that fit in 64 bits at all inputs");
    }
    if (NetworkJson.version(network) > version) {
      throw json.failureAt(
          "version", "" + version, NetworkJson.version(network) + ", for what the file says");
    }
    return network;
  }

  private void member(String key) {
    switch (key) {
      case "name" -> name = json.string();
      case "inputs" ->
          inputs = json.array("features", MAX_FEATURES, () -> FeatureReader.read(json));
      case "layers" -> layers = json.array("layers", MAX_LAYERS, this::layer);
      case "decision" -> decision = new DecisionReader(json).read();
      case "classNames" -> classNames = json.array("class names", MAX_FEATURES, json::string);
      default -> json.skip(); // format and version have been checked
    }
  }

  private DenseLayer layer() {
    var read =
        new Object() {
          String name;
          LongMatrix weights;
          LongVector biases;
          ActivationReader activation;
          Arithmetic arithmetic;
        };
    Set<String> seen =
        json.object(
            ALL_LAYER_KEYS,
            key -> {
              switch (key) {
                case "name" -> read.name = json.string();
                case "weights" -> read.weights = matrix("weights");
                case "biases" -> read.biases = vector("biases");
                case "arithmetic" -> read.arithmetic = new ArithmeticReader(json).read();
                default -> {
                  read.activation = new ActivationReader(json);
                  read.activation.read();
                }
              }
            });
    json.require(seen, LAYER_KEYS);
    int outputs = read.weights.rows();
    if (outputs == 0 || read.weights.columns() == 0) {
      throw json.failureAt(
          "weights", outputs + " rows of " + read.weights.columns(), "at least one weight");
    }
    if (read.biases.size() != outputs) {
      throw json.failureAt(
          "biases", read.biases.size() + " biases", outputs + ", one a row of the weights");
    }
    return new DenseLayer(
        read.name,
        read.weights,
        read.biases,
        read.activation.activation(outputs),
        ArithmeticReader.of(json, read.arithmetic, read.weights));
  }

  private LongMatrix matrix(String what) {
    return matrix(json, what);
  }

  private LongVector vector(String what) {
    return LongVector.of(json.integers(what, MAX_FEATURES));
  }

  /** Reads an array of arrays of equal length. */
  static LongMatrix matrix(JsonCursor json, String what) {
    List<LongVector> rows = new ArrayList<>();
    json.array(
        "rows of " + what,
        MAX_FEATURES,
        () -> {
          LongVector row = LongVector.of(json.integers(what, MAX_FEATURES));
          if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
            throw json.failure(
                "a row of " + row.size(), rows.get(0).size() + ", as in the rows before");
          }
          rows.add(row);
          return row;
        });
    return LongMatrix.ofRows(rows, rows.isEmpty() ? 0 : rows.get(0).size());
  }

  private void checkShapes() {
    if (inputs.isEmpty()) {
      throw json.failureAt("inputs", "no features", "at least one");
    }
    if (layers.isEmpty()) {
      throw json.failureAt("layers", "no layers", "at least one");
    }
    int width = inputs.stream().mapToInt(InputFeature::values).sum();
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).inputs() != width) {
        throw json.failureAt(
            "layers[" + l + "].weights",
            "rows of " + layers.get(l).inputs(),
            width
                + " weights a row, one "
                + (l == 0
                    ? (width == inputs.size() ? "a feature" : "a feature or level")
                    : "a neuron of layer " + (l - 1)));
      }
      width = layers.get(l).outputs();
    }
    decision.accept(new DecisionShape(json, width, classNames.size()));
  }
}
