package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;
import java.util.Set;

/** Reads an activation, whose keys may come in any order, the kind last. */
final class ActivationReader {
  /** The kinds, in lower case in the file. */
  private enum Kind {
    IDENTITY(List.of("kind")),
    SHIFT_RELU(List.of("kind", "drop", "bits")),
    MULTI_THRESHOLD(List.of("kind", "first", "step", "thresholds"));

    private final List<String> keys;

    Kind(List<String> keys) {
      this.keys = keys;
    }
  }

  private static final List<String> KEYS =
      List.of("kind", "drop", "bits", "first", "step", "thresholds");
  private static final int MOST = 62;

  private final JsonCursor json;
  private Kind kind;
  private int drop;
  private int bits;
  private long first;
  private long step;
  private LongMatrix thresholds;

  ActivationReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the object; {@link #activation} then gives its meaning. */
  void read() {
    Set<String> seen = json.object(KEYS, this::member);
    json.require(seen, List.of("kind"));
    json.require(seen, kind.keys);
    for (String key : seen) {
      if (!kind.keys.contains(key)) {
        throw json.failure(
            "the key \"" + key + "\"", "for this kind no keys but " + String.join(", ", kind.keys));
      }
    }
  }

  private void member(String key) {
    switch (key) {
      case "kind" -> kind = json.constant(Kind.values());
      case "drop" -> drop = (int) json.integer(0, MOST);
      case "bits" -> bits = (int) json.integer(1, MOST);
      case "first" -> first = json.integer();
      case "step" -> step = json.integer(1, Long.MAX_VALUE);
      default -> thresholds = NetworkReader.matrix(json, "thresholds");
    }
  }

  /** The activation of a layer of {@code outputs} neurons. */
  Activation activation(int outputs) {
    return switch (kind) {
      case IDENTITY -> new Activation.Identity();
      case SHIFT_RELU -> new Activation.ShiftRelu(drop, bits);
      case MULTI_THRESHOLD -> json.at("activation", () -> multiThreshold(outputs));
    };
  }

  private Activation multiThreshold(int outputs) {
    if (thresholds.rows() != outputs) {
      throw json.failureAt(
          "thresholds", thresholds.rows() + " rows", outputs + ", one a row of the weights");
    }
    for (int n = 0; n < outputs; n++) {
      for (int level = 1; level < thresholds.columns(); level++) {
        long before = thresholds.get(n, level - 1);
        long here = thresholds.get(n, level);
        if (before > here) {
          throw json.failureAt(
              "thresholds[" + n + "][" + level + "]",
              here + " behind " + before,
              "thresholds that do not descend");
        }
      }
    }
    try {
      return new Activation.MultiThreshold(first, step, thresholds);
    } catch (ArithmeticException beyondLong) {
      throw json.failure(
          "a value first + step * levels beyond 64 bits", "values that fit in 64 bits");
    }
  }
}
