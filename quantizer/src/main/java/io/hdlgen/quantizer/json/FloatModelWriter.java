package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes the canonical text of the newest version: one line a feature and a row of weights. */
final class FloatModelWriter {
  private final StringBuilder out = new StringBuilder();

  String write(FloatNetwork network) {
    out.append("{\n  \"format\": ").append(JsonText.quote(FloatModelJson.FORMAT));
    out.append(",\n  \"version\": ").append(FloatModelJson.VERSION);
    out.append(",\n  \"name\": ").append(JsonText.quote(network.name()));
    out.append(",\n  \"features\": ");
    lines(
        network.featureNames().stream().map(n -> "{\"name\": " + JsonText.quote(n) + "}").toList(),
        "  ");
    out.append(",\n  \"layers\": ");
    lines(network.layers().stream().map(FloatModelWriter::layer).toList(), "  ");
    out.append(",\n  \"classNames\": ");
    lines(network.classNames().stream().map(JsonText::quote).toList(), "  ");
    return out.append("\n}\n").toString();
  }

  private static String layer(FloatLayer layer) {
    FloatModelWriter text = new FloatModelWriter();
    text.out.append("{\n      \"name\": ").append(JsonText.quote(layer.name()));
    text.out.append(",\n      \"weights\": ");
    text.lines(
        Arrays.stream(layer.weights().getData()).map(FloatModelWriter::vector).toList(), "      ");
    text.out.append(",\n      \"biases\": ").append(vector(layer.biases().toArray()));
    String activation = layer.activation().name().toLowerCase(Locale.ROOT);
    text.out.append(",\n      \"activation\": ").append(JsonText.quote(activation));
    return text.out.append("\n    }").toString();
  }

  /** An array with one line an element; {@code indent} is that of the line it begins on. */
  private void lines(List<String> elements, String indent) {
    if (elements.isEmpty()) {
      out.append("[]");
      return;
    }
    String separator = "[\n";
    for (String element : elements) {
      out.append(separator).append(indent).append("  ").append(element);
      separator = ",\n";
    }
    out.append("\n").append(indent).append("]");
  }

  private static String vector(double[] values) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("a network with the number " + values[i]);
      }
      text.append(i == 0 ? "" : ", ").append(JsonText.number(values[i]));
    }
    return text.append("]").toString();
  }
}
