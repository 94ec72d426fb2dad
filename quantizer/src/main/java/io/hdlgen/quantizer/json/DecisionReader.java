package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a decision. */
final class DecisionReader {
  /** The kinds, in lower case in the file. */
  private enum Kind {
    ARG_MAX(List.of("kind", "multipliers", "offsets")),
    THRESHOLD(List.of("kind", "multipliers", "offsets", "threshold")),
    SCORES(List.of("kind", "multipliers", "offsets"));

    private final List<String> keys;

    Kind(List<String> keys) {
      this.keys = keys;
    }
  }

  private static final List<String> KEYS =
      List.of("kind", "multipliers", "offsets", "threshold", "tournament");

  /** A key of an argmax that may be left out. */
  private static final String TOURNAMENT = "tournament";

  private final JsonCursor json;
  private Kind kind;
  private long[] multipliers;
  private long[] offsets;
  private long threshold;
  private List<Match> tournament = List.of();

  DecisionReader(JsonCursor json) {
    this.json = json;
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
    check();
    LongVector m = LongVector.of(multipliers);
    LongVector c = LongVector.of(offsets);
    return switch (kind) {
      case ARG_MAX -> new Decision.ArgMax(m, c, tournament);
      case THRESHOLD -> new Decision.Threshold(m, c, threshold);
      case SCORES -> new Decision.Scores(m, c);
    };
  }

  private void member(String key) {
    switch (key) {
      case "kind" -> kind = json.constant(Kind.values());
      case "multipliers" -> multipliers = json.integers("multipliers", NetworkReader.MAX_FEATURES);
      case "offsets" -> offsets = json.integers("offsets", NetworkReader.MAX_FEATURES);
      case TOURNAMENT ->
          tournament = json.array("matches", NetworkReader.MAX_FEATURES, this::match);
      default -> threshold = json.integer();
    }
  }

  private Match match() {
    long[] match = json.integers("left, right and mask", 3);
    if (match.length != 3 || match[0] != (int) match[0] || match[1] != (int) match[1]) {
      throw json.failure(Arrays.toString(match), "[left, right, mask]");
    }
    return new Match((int) match[0], (int) match[1], match[2]);
  }

  private void check() {
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
  }
}
