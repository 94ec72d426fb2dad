package io.hdlgen.explore.front;

import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link FrontJson} writes, strictly. */
public final class FrontReader {
  private static final long MAX_BYTES = 64L << 20;
  private static final List<String> INTERVAL =
      List.of("balancedHigh", "frequentClasses", "frequentBalanced", "frequentLow", "frequentHigh");
  private static final double NO_LIMIT = Double.MAX_VALUE;

  private FrontReader() {}

  /**
   * The front in a file.
   *
   * @throws InvalidInputException if there is none, or one that this version cannot read
   */
  public static Front read(Path file) {
    String source = file.toString();
    String expected = "the front.json that hdlgen explore wrote";
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(source, "no such file", expected);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new InvalidInputException(source, Files.size(file) + " bytes", expected);
      }
      return parse(Files.readString(file), source);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(source, "bytes that are not UTF-8", expected, e);
    } catch (IOException e) {
      throw new InvalidInputException(source, "unreadable (" + e.getMessage() + ")", expected, e);
    }
  }

  /**
   * The front that a text holds.
   *
   * @param source what messages call the text
   * @throws InvalidInputException if it holds none, or one that this version cannot read
   */
  public static Front parse(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FrontJson.FORMAT, FrontJson.VERSION);
    object.allow(
        "name",
        "target",
        "classes",
        "features",
        "majorityBaseline",
        "recommended",
        "front",
        "trees",
        "references",
        "evaluated",
        "seconds");
    List<FrontPoint> points = points(object, "front");
    String recommended = object.string("recommended");
    if (points.stream().noneMatch(point -> point.id().equals(recommended))) {
      throw object.wrong("recommended", "the id of a point of front");
    }
    return new Front(
        object.string("name"),
        object.string("target"),
        object.strings("classes"),
        object.strings("features"),
        object.real("majorityBaseline", 0, 1),
        points,
        points(object, "trees"),
        object.objects("references").stream().map(FrontReader::reference).toList(),
        recommended,
        object.integer("evaluated", 0),
        object.real("seconds", 0, NO_LIMIT));
  }

  private static List<FrontPoint> points(JsonObject object, String key) {
    List<FrontPoint> points = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonObject each : object.objects(key)) {
      FrontPoint point = point(each);
      if (!ids.add(point.id())) {
        throw each.wrong("id", "each id once");
      }
      points.add(point);
    }
    return points;
  }

  private static FrontPoint point(JsonObject object) {
    object.allow(
        "id",
        "design",
        "accuracyOf",
        "accuracy",
        "balancedAccuracy",
        "areaCm2",
        "powerMw",
        "network",
        "sha256",
        "recipe",
        "train",
        "validation",
        "test",
        "cost",
        "verification");
    FrontPoint point =
        new FrontPoint(
            object.string("id"),
            object.string("network"),
            object.string("sha256", "[0-9a-f]{64}", "a SHA-256: 64 hexadecimal digits"),
            object.string("recipe"),
            quality(object.object("train")),
            quality(object.object("validation")),
            object.isNull("test") ? Optional.empty() : Optional.of(quality(object.object("test"))),
            cost(object.object("cost")),
            object.isNull("verification")
                ? Optional.empty()
                : Optional.of(verified(object.object("verification"))));
    for (Map.Entry<String, Object> entry : FrontJson.summary(point).entrySet()) {
      check(object, entry.getKey(), entry.getValue());
    }
    return point;
  }

  /** A key that follows from others must not contradict them. */
  private static void check(JsonObject object, String key, Object expected) {
    boolean same =
        expected instanceof Double number
            ? object.real(key, 0, NO_LIMIT) == number
            : object.string(key).equals(expected);
    if (!same) {
      throw object.wrong(key, expected + ", as the other keys say");
    }
  }

  private static Quality quality(JsonObject object) {
    object.allow(
        "rows",
        "accuracy",
        "accuracyLow",
        "accuracyHigh",
        "balancedAccuracy",
        "balancedLow",
        "balancedHigh",
        "frequentClasses",
        "frequentBalanced",
        "frequentLow",
        "frequentHigh");
    return new Quality(
        object.integer("rows", 1),
        object.real("accuracy", 0, 1),
        object.real("accuracyLow", 0, 1),
        object.real("accuracyHigh", 0, 1),
        object.real("balancedAccuracy", 0, 1),
        balanced(object));
  }

  private static Optional<BalancedInterval> balanced(JsonObject object) {
    if (object.isNull("balancedLow")) {
      for (String key : INTERVAL) {
        if (!object.isNull(key)) {
          throw object.wrong(key, "null, as balancedLow is");
        }
      }
      return Optional.empty();
    }
    return Optional.of(
        new BalancedInterval(
            object.real("balancedLow", 0, 1),
            object.real("balancedHigh", 0, 1),
            object.integer("frequentClasses", 0),
            object.real("frequentBalanced", 0, 1),
            object.real("frequentLow", 0, 1),
            object.real("frequentHigh", 0, 1)));
  }

  private static PrintedCost cost(JsonObject object) {
    object.allow(
        "gates",
        "areaCm2",
        "staticPowerMw",
        "comparators",
        "adcAreaCm2",
        "adcPowerMw",
        "criticalPathMs");
    return new PrintedCost(
        object.integer("gates", 0),
        object.real("areaCm2", 0, NO_LIMIT),
        object.real("staticPowerMw", 0, NO_LIMIT),
        object.integer("comparators", 0),
        object.real("adcAreaCm2", 0, NO_LIMIT),
        object.real("adcPowerMw", 0, NO_LIMIT),
        object.real("criticalPathMs", 0, NO_LIMIT));
  }

  private static Verified verified(JsonObject object) {
    object.allow("vectors", "exhaustive", "mismatches", "passed");
    long mismatches = object.number("mismatches", 0, Long.MAX_VALUE);
    boolean passed = object.flag("passed");
    if (passed && mismatches > 0) {
      throw object.wrong("passed", "false, as there are mismatches");
    }
    return new Verified(
        object.integer("vectors", 1), object.flag("exhaustive"), mismatches, passed);
  }

  private static ReferencePoint reference(JsonObject object) {
    object.allow("name", "source", "accuracy", "balancedAccuracy", "areaCm2", "staticPowerMw");
    return new ReferencePoint(
        object.string("name"),
        object.string("source"),
        object.real("accuracy", 0, 1),
        object.isNull("balancedAccuracy")
            ? Optional.empty()
            : Optional.of(object.real("balancedAccuracy", 0, 1)),
        object.real("areaCm2", 0, NO_LIMIT),
        object.isNull("staticPowerMw")
            ? Optional.empty()
            : Optional.of(object.real("staticPowerMw", 0, NO_LIMIT)));
  }
}
