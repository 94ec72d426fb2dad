package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.Set;

/** Reads an input feature. */
final class FeatureReader {
  private static final List<String> REQUIRED =
      List.of("name", "bits", "encoding", "min", "max", "scale", "offset", "rounding");
  private static final List<String> KEYS =
      List.of("name", "bits", "encoding", "min", "max", "scale", "offset", "rounding", "levels");

  private FeatureReader() {}

  /** Reads a feature. */
  static InputFeature read(JsonCursor json) {
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
          LongVector levels = LongVector.of();
        };
    Set<String> seen =
        json.object(
            KEYS,
            key -> {
              switch (key) {
                case "name" -> read.name = json.string();
                case "bits" -> read.bits = (int) json.integer(1, InputFeature.MAX_BITS);
                case "encoding" -> read.encoding = json.constant(Encoding.values());
                case "min" -> read.min = json.integer();
                case "max" -> read.max = json.integer();
                case "scale" -> read.scale = json.number();
                case "offset" -> read.offset = json.number();
                case "levels" ->
                    read.levels = LongVector.of(json.integers("levels", InputFeature.MAX_LEVELS));
                case "rounding" -> read.rounding = json.constant(Rounding.values());
                default -> throw new IllegalStateException(key);
              }
            });
    json.require(seen, REQUIRED);
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
    checkLevels(json, read.encoding, seen.contains("levels"), read.min, read.max, read.levels);
    return new InputFeature(
        read.name,
        read.bits,
        read.encoding,
        read.min,
        read.max,
        read.scale,
        read.offset,
        read.rounding,
        read.levels);
  }

  private static void checkLevels(
      JsonCursor json, Encoding encoding, boolean given, long min, long max, LongVector levels) {
    boolean thermometer = encoding == Encoding.THERMOMETER;
    if (thermometer != given) {
      throw json.failure(
          given ? "the key \"levels\"" : "no key \"levels\"",
          thermometer ? "the levels of the thermometer" : "levels of thermometer features alone");
    }
    if (thermometer && levels.size() == 0) {
      throw json.failureAt("levels", "none", "at least one");
    }
    for (int j = 0; j < levels.size(); j++) {
      long above = j == 0 ? min : levels.get(j - 1);
      if (levels.get(j) <= above || levels.get(j) > max) {
        throw json.failureAt(
            "levels[" + j + "]",
            Long.toString(levels.get(j)),
            "a level above " + above + " and at most " + max);
      }
    }
  }
}
