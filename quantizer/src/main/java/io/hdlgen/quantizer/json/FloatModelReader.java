package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;

/** Reads version 1 of the format. */
final class FloatModelReader {
  private static final int MOST = NetworkReader.MAX_FEATURES;
  private static final List<String> KEYS =
      List.of("format", "version", "name", "features", "layers", "classNames");
  private static final List<String> FEATURE_KEYS = List.of("name", "offset", "scale");
  private static final List<String> LAYER_KEYS = List.of("name", "weights", "biases", "activation");

  private final String text;
  private final String source;
  private JsonCursor json;

  private String name;
  private List<Feature> features;
  private List<FloatLayer> layers;
  private List<String> classNames;

  /** The first layer is given {@code (x - offset) / scale}. */
  private record Feature(String name, double offset, double scale) {}

  FloatModelReader(String text, String source) {
    this.text = text;
    this.source = source;
  }

  FloatNetwork read() {
    FormatHeader.check(new JsonCursor(text, source), FloatModelJson.FORMAT, FloatModelJson.VERSION);
    json = new JsonCursor(text, source);
    json.require(json.object(KEYS, this::member), KEYS);
    json.end();
    checkShapes();
    checkNames("features", features.stream().map(Feature::name).toList());
    checkNames("classNames", classNames);
    layers.set(0, scaled(layers.get(0)));
    return new FloatNetwork(
        name, features.stream().map(Feature::name).toList(), layers, classNames);
  }

  private void member(String key) {
    switch (key) {
      case "name" -> name = json.string();
      case "features" -> features = json.array("features", MOST, this::feature);
      case "layers" -> layers = json.array("layers", NetworkReader.MAX_LAYERS, this::layer);
      case "classNames" -> classNames = json.array("class names", MOST, json::string);
      default -> json.skip(); // format and version have been checked
    }
  }

  private Feature feature() {
    var read =
        new Object() {
          String name;
          double offset;
          double scale = 1;
        };
    Set<String> seen =
        json.object(
            FEATURE_KEYS,
            key -> {
              switch (key) {
                case "name" -> read.name = json.string();
                case "offset" -> read.offset = json.number();
                default -> read.scale = json.number();
              }
            });
    json.require(seen, List.of("name"));
    if (read.scale == 0) {
      throw json.failureAt("scale", "0", "a number that is not 0");
    }
    return new Feature(read.name, read.offset, read.scale);
  }

  private FloatLayer layer() {
    var read =
        new Object() {
          String name;
          double[][] weights;
          double[] biases;
          FloatActivation activation;
        };
    Set<String> seen =
        json.object(
            LAYER_KEYS,
            key -> {
              switch (key) {
                case "name" -> read.name = json.string();
                case "weights" -> read.weights = matrix();
                case "biases" -> read.biases = json.numbers("biases", MOST);
                default -> read.activation = json.constant(FloatActivation.values());
              }
            });
    json.require(seen, LAYER_KEYS);
    int outputs = read.weights.length;
    if (outputs == 0 || read.weights[0].length == 0) {
      throw json.failureAt("weights", "no weights", "at least one weight");
    }
    if (read.biases.length != outputs) {
      throw json.failureAt(
          "biases", read.biases.length + " biases", outputs + ", one a row of the weights");
    }
    return new FloatLayer(
        read.name,
        new Array2DRowRealMatrix(read.weights, false),
        new ArrayRealVector(read.biases, false),
        read.activation);
  }

  /** Reads an array of arrays of equal length. */
  private double[][] matrix() {
    List<double[]> rows = new ArrayList<>();
    json.array(
        "rows of weights",
        MOST,
        () -> {
          double[] row = json.numbers("weights", MOST);
          if (!rows.isEmpty() && row.length != rows.get(0).length) {
            throw json.failure(
                "a row of " + row.length, rows.get(0).length + ", as in the rows before");
          }
          rows.add(row);
          return row;
        });
    return rows.toArray(double[][]::new);
  }

  private void checkShapes() {
    if (features.isEmpty()) {
      throw json.failureAt("features", "no features", "at least one");
    }
    if (layers.isEmpty()) {
      throw json.failureAt("layers", "no layers", "at least one");
    }
    int width = features.size();
    for (int l = 0; l < layers.size(); l++) {
      int inputs = layers.get(l).weights().getColumnDimension();
      if (inputs != width) {
        String each = l == 0 ? "a feature" : "a neuron of layer " + (l - 1);
        throw json.failureAt(
            "layers[" + l + "].weights",
            "rows of " + inputs,
            width + " weights a row, one " + each + " (weights are [outputs][inputs])");
      }
      width = layers.get(l).weights().getRowDimension();
    }
    int last = layers.size() - 1;
    FloatActivation activation = layers.get(last).activation();
    if (activation != FloatActivation.IDENTITY) {
      throw json.failureAt(
          "layers[" + last + "].activation",
          "another activation than identity in the last layer",
          "\"identity\": a softmax or sigmoid at the end does not change the class");
    }
    int classes = Math.max(2, width);
    if (!classNames.isEmpty() && classNames.size() != classes) {
      throw json.failureAt(
          "classNames", classNames.size() + " names", classes + ", one a class, or none at all");
    }
  }

  private void checkNames(String key, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String each : names) {
      if (!seen.add(each)) {
        throw json.failureAt(
            key, "the name " + JsonTokens.quote(each) + " twice", "every name once");
      }
    }
  }

  /** The first layer on the raw features: what is affine before it goes into its numbers. */
  private FloatLayer scaled(FloatLayer first) {
    double[][] weights = first.weights().getData();
    double[] biases = first.biases().toArray();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      if (feature.offset == 0 && feature.scale == 1) {
        continue;
      }
      for (int n = 0; n < weights.length; n++) {
        weights[n][i] /= feature.scale;
        biases[n] -= weights[n][i] * feature.offset;
        if (!Double.isFinite(weights[n][i]) || !Double.isFinite(biases[n])) {
          throw json.failureAt(
              "features[" + i + "]",
              "an offset or scale that takes a weight out of range",
              "numbers within the range of a double");
        }
      }
    }
    return new FloatLayer(
        first.name(),
        new Array2DRowRealMatrix(weights, false),
        new ArrayRealVector(biases, false),
        first.activation());
  }
}
