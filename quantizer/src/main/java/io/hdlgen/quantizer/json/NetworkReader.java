package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads all versions of the format. */
final class NetworkReader {
  static final int MAX_FEATURES = 65_536;
  static final int MAX_LAYERS = 64;

  private static final List<String> KEYS =
      List.of("format", "version", "name", "inputs", "layers", "decision", "classNames");
  private static final List<String> INPUT_KEYS =
      List.of("name", "bits", "encoding", "min", "max", "scale", "offset", "rounding");
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
    IntegerNetwork network = new IntegerNetwork(name, inputs, layers, decision, classNames);
    try {
      NetworkRanges.of(network);
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
      case "inputs" -> inputs = json.array("features", MAX_FEATURES, this::feature);
      case "layers" -> layers = json.array("layers", MAX_LAYERS, this::layer);
      case "decision" -> decision = new DecisionReader(json).read();
      case "classNames" -> classNames = json.array("class names", MAX_FEATURES, json::string);
      default -> json.skip(); // format and version have been checked
    }
  }

  private InputFeature feature() {
    var read =
        new Object() {
          String name;
          int bits;
          Encoding encoding;
          long min;
          long max;
          double scale;
          double offset;
          Rounding rounding;
        };
    Set<String> seen =
        json.object(
            INPUT_KEYS,
            key -> {
              switch (key) {
                case "name" -> read.name = json.string();
                case "bits" -> read.bits = (int) json.integer(1, InputFeature.MAX_BITS);
                case "encoding" -> read.encoding = json.constant(Encoding.values());
                case "min" -> read.min = json.integer();
                case "max" -> read.max = json.integer();
                case "scale" -> read.scale = json.number();
                case "offset" -> read.offset = json.number();
                default -> read.rounding = json.constant(Rounding.values());
              }
            });
    json.require(seen, INPUT_KEYS);
    if (read.scale == 0) {
      throw json.failureAt("scale", "0", "a number that is not 0");
    }
    boolean bipolar = read.encoding == Encoding.BIPOLAR;
    if (bipolar && read.bits != 1) {
      throw json.failureAt("bits", read.bits + " bits", "1, as the encoding is bipolar");
    }
    Interval field = InputFeature.field(read.encoding, read.bits);
    if (!field.contains(read.min) || (bipolar && read.min != -1)) {
      throw json.failureAt("min", "" + read.min, bipolar ? "-1" : "a code in the field " + field);
    }
    if (!field.contains(read.max) || read.max < read.min || (bipolar && read.max != 1)) {
      throw json.failureAt(
          "max", "" + read.max, bipolar ? "1" : "a code in the field " + field + ", not below min");
    }
    return new InputFeature(
        read.name,
        read.bits,
        read.encoding,
        read.min,
        read.max,
        read.scale,
        read.offset,
        read.rounding);
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
    int width = inputs.size();
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).inputs() != width) {
        throw json.failureAt(
            "layers[" + l + "].weights",
            "rows of " + layers.get(l).inputs(),
            width
                + " weights a row, one "
                + (l == 0 ? "a feature" : "a neuron of layer " + (l - 1)));
      }
      width = layers.get(l).outputs();
    }
    int scores = decision.multipliers().size();
    if (scores != width) {
      throw json.failureAt(
          "decision.multipliers", scores + " values", width + ", one a neuron of the last layer");
    }
    int classes = IntegerNetwork.classes(decision);
    if (classNames.size() != classes) {
      throw json.failureAt(
          "classNames", classNames.size() + " names", classes + ", one a class of the decision");
    }
  }
}
