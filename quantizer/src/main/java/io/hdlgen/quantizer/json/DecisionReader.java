package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a decision. */
final class DecisionReader {
  /** The kinds, in lower case in the file. */
  private enum Kind {
    ARG_MAX(List.of("kind", "multipliers", "offsets")),
    THRESHOLD(List.of("kind", "multipliers", "offsets", "threshold")),
    SCORES(List.of("kind", "multipliers", "offsets")),
    TABLE(List.of("kind", "classes")),
    DIAGRAM(List.of("kind", "root", "nodes")),
    LOGIC(List.of("kind", "values", "gates", "outputs", "lastClass"));

    private final List<String> keys;

    Kind(List<String> keys) {
      this.keys = keys;
    }
  }

  /** A key of an argmax that may be left out. */
  private static final String TOURNAMENT = "tournament";

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(Kind.values()).flatMap(kind -> kind.keys.stream()), Stream.of(TOURNAMENT))
          .distinct()
          .toList();
  private static final int MAX_ENTRIES = 1 << Decision.Table.MAX_VALUES;

  private final JsonCursor json;
  private Kind kind;
  private long[] multipliers;
  private long[] offsets;
  private long threshold;
  private long[] classes;
  private final DiagramReader diagram;
  private final LogicReader logic;
  private List<Match> tournament = List.of();

  DecisionReader(JsonCursor json) {
    this.json = json;
    this.diagram = new DiagramReader(json);
    this.logic = new LogicReader(json);
  }

  Decision read() {
    Set<String> seen = json.object(KEYS, this::member);
    json.require(seen, List.of("kind"));
    json.require(seen, kind.keys);
    for (String key : seen) {
      if (!kind.keys.contains(key) && !(key.equals(TOURNAMENT) && kind == Kind.ARG_MAX)) {
        throw json.failure(
            "the key \"" + key + "\"", "for this kind no keys but " + String.join(", ", kind.keys));
      }
    }
    return switch (kind) {
      case ARG_MAX -> new Decision.ArgMax(scale(), LongVector.of(offsets), tournament);
      case THRESHOLD -> new Decision.Threshold(scale(), LongVector.of(offsets), threshold);
      case SCORES -> new Decision.Scores(scale(), LongVector.of(offsets));
      case TABLE -> table();
      case DIAGRAM -> diagram.diagram();
      case LOGIC -> logic.logic();
    };
  }

  private void member(String key) {
    switch (key) {
      case "kind" -> kind = json.constant(Kind.values());
      case "multipliers" -> multipliers = json.integers("multipliers", NetworkReader.MAX_FEATURES);
      case "offsets" -> offsets = json.integers("offsets", NetworkReader.MAX_FEATURES);
      case "threshold" -> threshold = json.integer();
      case "classes" -> classes = json.integers("classes", MAX_ENTRIES);
      case "root" -> diagram.root();
      case "nodes" -> diagram.nodes();
      case TOURNAMENT ->
          tournament = json.array("matches", NetworkReader.MAX_FEATURES, this::match);
      default -> logic.member(key);
    }
  }

  private Match match() {
    long[] match = json.integers("left, right and mask", 3);
    if (match.length != 3 || match[0] != (int) match[0] || match[1] != (int) match[1]) {
      throw json.failure(Arrays.toString(match), "[left, right, mask]");
    }
    return new Match((int) match[0], (int) match[1], match[2]);
  }

  private Decision table() {
    if (classes.length < 2 || Integer.bitCount(classes.length) != 1) {
      throw json.failureAt(
          "classes", classes.length + " classes", "2^n, one for each pattern of n values");
    }
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] < 0 || classes[i] > DiagramReader.MAX_CLASS) {
        throw json.failureAt("classes[" + i + "]", "" + classes[i], "the index of a class");
      }
    }
    return new Decision.Table(LongVector.of(classes));
  }

  /** The multipliers, with those and the offsets checked. */
  private LongVector scale() {
    if (multipliers.length == 0) {
      throw json.failureAt("multipliers", "no values", "at least one");
    }
    for (int k = 0; k < multipliers.length; k++) {
      if (multipliers[k] < 1) {
        throw json.failureAt(
            "multipliers[" + k + "]", "" + multipliers[k], "an integer of at least 1");
      }
    }
    if (offsets.length != multipliers.length) {
      throw json.failureAt(
          "offsets", offsets.length + " values", multipliers.length + ", as many as multipliers");
    }
    Optional<String> contradiction = Match.contradiction(tournament, multipliers.length);
    if (contradiction.isPresent()) {
      throw json.failureAt(
          TOURNAMENT, contradiction.get(), "matches in which all scores but one go out");
    }
    if (kind == Kind.THRESHOLD && multipliers.length != 1) {
      throw json.failureAt(
          "multipliers",
          multipliers.length + " values",
          "one, as a threshold decides on one score");
    }
    return LongVector.of(multipliers);
  }
}
