package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.graph.Attributes;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What models call their classes, and what they do with the class that they found. */
final class Labels {
  private static final List<String> HARMLESS =
      List.of("Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "Transpose");

  private Labels() {}

  /**
   * What a node makes of a class.
   *
   * @param names a constant that the node looks the class up in
   */
  static Signal of(Node node, Signal label, Optional<List<String>> names) {
    if (HARMLESS.contains(node.operator())) {
      return label;
    }
    boolean looksUp =
        node.operator().equals("ArrayFeatureExtractor") || node.operator().equals("Gather");
    if (looksUp && names.isPresent()) {
      return named(node, label, names.get());
    }
    if (node.operator().equals("LabelEncoder")) {
      return named(node, label, translated(node, label));
    }
    throw node.refuse(
        node.operator() + " behind a softmax, argmax or top-k", "nothing behind the decision");
  }

  /** The value with these names of its classes, one a score. */
  static Signal named(Node node, Signal scores, List<String> names) {
    if (names.size() != Math.max(2, scores.elements().size())) {
      throw node.refuse(
          names.size() + " class names for " + scores.elements().size() + " scores", "as many");
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw node.refuse("class names " + names + ", of which some are equal", "different names");
    }
    if (names.stream().anyMatch(String::isBlank)) {
      throw node.refuse("a class without a name", "names that are not blank");
    }
    return scores.named(names);
  }

  /** The class names in the attributes {@code <prefix>_strings}, {@code _ints}, {@code _int64s}. */
  static List<String> inAttributes(Node node, String prefix) {
    Attributes attributes = node.attributes();
    if (!attributes.textList(prefix + "_strings").isEmpty()) {
      return attributes.textList(prefix + "_strings");
    }
    for (String type : List.of("_int64s", "_ints", "_floats")) {
      if (!attributes.list(prefix + type).isEmpty()) {
        return attributes.list(prefix + type).stream().map(Labels::name).toList();
      }
    }
    return List.of();
  }

  /** Numbers as class names. */
  static List<String> names(Tensor numbers) {
    return Arrays.stream(numbers.values()).mapToObj(Labels::name).toList();
  }

  private static String name(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static List<String> translated(Node node, Signal label) {
    List<String> keys = inAttributes(node, "keys");
    List<String> values = inAttributes(node, "values");
    List<String> before =
        label.classNames().isEmpty()
            ? IntStream.range(0, label.elements().size()).mapToObj(Integer::toString).toList()
            : label.classNames();
    List<String> after = new ArrayList<>();
    for (String name : before) {
      int at = keys.indexOf(name);
      if (at < 0 || at >= values.size()) {
        throw node.refuse(
            "a LabelEncoder that does not know class " + name, "a key and a value for each class");
      }
      after.add(values.get(at));
    }
    return after;
  }
}
