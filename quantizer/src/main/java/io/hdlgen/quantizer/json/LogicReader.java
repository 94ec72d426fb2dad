package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/** Reads a decision by gates, its keys in any order. */
final class LogicReader {
  private static final int PAIR = 2;

  private final JsonCursor json;
  private int values;
  private List<long[]> gates;
  private long[] outputs;
  private int lastClass;

  LogicReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the value of a key. */
  void member(String key) {
    switch (key) {
      case "values" -> values = (int) json.integer(1, NetworkReader.MAX_FEATURES);
      case "gates" ->
          gates =
              json.array("gates", AndInverterGraph.MAX_GATES, () -> json.integers("gates", PAIR));
      case "outputs" -> outputs = json.integers("outputs", AndInverterGraph.MAX_OUTPUTS);
      case "lastClass" -> lastClass = (int) json.integer(0, DiagramReader.MAX_CLASS);
      default -> throw new IllegalArgumentException("key " + key);
    }
  }

  /** What was read. */
  AndInverterGraph logic() {
    for (int g = 0; g < gates.size(); g++) {
      if (gates.get(g).length != PAIR) {
        throw json.failureAt(
            "gates[" + g + "]", gates.get(g).length + " literals", "the two of a gate");
      }
      for (long literal : gates.get(g)) {
        check("gates[" + g + "]", literal, 1L + values + g);
      }
    }
    if (outputs.length == 0) {
      throw json.failureAt("outputs", "no literals", "one a bit of the class");
    }
    for (int o = 0; o < outputs.length; o++) {
      check("outputs[" + o + "]", outputs[o], 1L + values + gates.size());
    }
    return new AndInverterGraph(
        values,
        gates.stream().map(gate -> new AndInverterGraph.And(gate[0], gate[1])).toList(),
        LongVector.of(outputs),
        lastClass);
  }

  private void check(String place, long literal, long variables) {
    if (literal < 0 || literal >= 2 * variables) {
      throw json.failureAt(
          place, "literal " + literal, "one of a value or gate before it, below " + 2 * variables);
    }
  }
}
