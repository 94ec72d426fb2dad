package io.hdlgen.cli;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results for people: a word, then a few others. */
final class SummaryLines {
  private final PrintWriter out;

  SummaryLines(PrintWriter out) {
    this.out = out;
  }

  void line(String what, String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "%-10s%s%n", what, text);
  }

  /** Lines that are as they are to be. */
  void add(List<String> lines) {
    lines.forEach(out::println);
  }

  static String network(IntegerNetwork network) {
    return network(
        network.name(),
        network.inputs().size(),
        network.layers().stream().map(layer -> layer.outputs()).toList(),
        network.classes());
  }

  static String network(FloatNetwork network, int classes) {
    return network(
        network.name(),
        network.featureNames().size(),
        network.layers().stream().map(layer -> layer.biases().getDimension()).toList(),
        classes);
  }

  private static String network(String name, int features, List<Integer> neurons, int classes) {
    return name
        + ": "
        + count(features, "feature")
        + ", "
        + neurons.stream().map(String::valueOf).collect(Collectors.joining("-"))
        + (neurons.equals(List.of(1)) ? " neuron, " : " neurons, ")
        + (classes > 0 ? count(classes, "class") : "no classes");
  }

  static String count(int number, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : plural);
  }

  static String percent(double fraction) {
    return QualityText.percent(fraction);
  }
}
