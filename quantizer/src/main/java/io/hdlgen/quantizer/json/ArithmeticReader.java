package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads an arithmetic, whose keys may come in any order, the kind last. */
final class ArithmeticReader {
  /** The kinds, in lower case in the file. */
  private enum Kind {
    MASKED_SUMMANDS(List.of("kind", "onesComplement", "masks")),
    SATURATED_GROUPS(List.of("kind", "groups"));

    private final List<String> keys;

    Kind(List<String> keys) {
      this.keys = keys;
    }
  }

  private static final List<String> KEYS = List.of("kind", "onesComplement", "masks", "groups");
  private static final List<String> GROUP_KEYS = List.of("cap", "inputs");

  private final JsonCursor json;
  private Kind kind;
  private boolean onesComplement;
  private LongMatrix masks;
  private List<List<Arithmetic.Group>> groups;

  ArithmeticReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the object; whether it fits a layer, {@link #of} checks. */
  Arithmetic read() {
    Set<String> seen = json.object(KEYS, this::member);
    json.require(seen, List.of("kind"));
    json.require(seen, kind.keys);
    for (String key : seen) {
      if (!kind.keys.contains(key)) {
        throw json.failure(
            "the key \"" + key + "\"", "for this kind no keys but " + String.join(", ", kind.keys));
      }
    }
    return switch (kind) {
      case MASKED_SUMMANDS -> new Arithmetic.MaskedSummands(masks, onesComplement);
      case SATURATED_GROUPS -> saturated();
    };
  }

  /** The arithmetic that was read, or the exact one, of a layer of these weights. */
  static Arithmetic of(JsonCursor json, Arithmetic read, LongMatrix weights) {
    if (read == null) {
      return Arithmetic.EXACT;
    }
    Optional<String> contradiction = read.contradiction(weights);
    if (contradiction.isPresent()) {
      throw json.failureAt("arithmetic", contradiction.get(), "an arithmetic of the layer's shape");
    }
    return read;
  }

  private void member(String key) {
    switch (key) {
      case "kind" -> kind = json.constant(Kind.values());
      case "onesComplement" -> onesComplement = json.bool();
      case "masks" -> masks = NetworkReader.matrix(json, "masks");
      default -> groups = json.array("neurons", NetworkReader.MAX_FEATURES, this::neuron);
    }
  }

  private List<Arithmetic.Group> neuron() {
    return json.array("groups", NetworkReader.MAX_FEATURES, this::group);
  }

  private Arithmetic.Group group() {
    var read =
        new Object() {
          long cap;
          List<Integer> inputs = new ArrayList<>();
        };
    json.require(
        json.object(
            GROUP_KEYS,
            key -> {
              if (key.equals("cap")) {
                read.cap = json.integer(1, Long.MAX_VALUE);
              } else {
                read.inputs =
                    json.array(
                        "inputs",
                        NetworkReader.MAX_FEATURES,
                        () -> (int) json.integer(0, NetworkReader.MAX_FEATURES - 1L));
              }
            }),
        GROUP_KEYS);
    LongStream distinct = read.inputs.stream().distinct().mapToLong(i -> i);
    if (read.inputs.isEmpty() || distinct.count() < read.inputs.size()) {
      throw json.failureAt(
          "inputs", read.inputs.toString(), "at least one input, each of them once");
    }
    return new Arithmetic.Group(read.inputs, read.cap);
  }

  private Arithmetic saturated() {
    try {
      return new Arithmetic.SaturatedGroups(groups);
    } catch (IllegalArgumentException twice) {
      throw json.failureAt("groups", twice.getMessage(), "each input in at most one group");
    }
  }
}
