package io.hdlgen.explore.front;

import io.hdlgen.flow.folder.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code front.json}; {@code docs/formats/front.md} describes it. */
public final class FrontJson {
  static final String FORMAT = "hdlgen-front";
  static final int VERSION = 1;

  private static final String NETWORK = "/network.json";
  private static final double UNITS = 1e9;

  private FrontJson() {}

  /** The text of the file. Numbers are rounded to nine decimals. */
  public static String write(Front front) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.putAll(object(front));
    return CanonicalJson.write(object);
  }

  /** The keys of the file but for format and version, as {@code explore --json} prints them. */
  public static Map<String, Object> object(Front front) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", front.name());
    object.put("target", front.target());
    object.put("classes", front.classNames());
    object.put("features", front.featureNames());
    object.put("majorityBaseline", rounded(front.majority()));
    object.put("recommended", front.recommended());
    object.put("front", points(front.points()));
    object.put("trees", points(front.trees()));
    object.put("references", front.references().stream().map(FrontJson::reference).toList());
    object.put("evaluated", front.evaluated());
    object.put("seconds", rounded(front.seconds()));
    return object;
  }

  private static List<Map<String, Object>> points(List<FrontPoint> points) {
    return points.stream().map(FrontJson::point).toList();
  }

  /** One element of {@code front}. */
  public static Map<String, Object> point(FrontPoint point) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", point.id());
    object.putAll(summary(point));
    object.put("network", point.network());
    object.put("sha256", point.sha256());
    object.put("recipe", point.recipe());
    object.put("train", quality(point.train()));
    object.put("validation", quality(point.validation()));
    object.put("test", point.test().map(FrontJson::quality).orElse(null));
    object.put("cost", cost(point.cost()));
    object.put("verification", point.verified().map(FrontJson::verified).orElse(null));
    return object;
  }

  /**
   * What scripts look for first; all of it follows from the other keys: {@code design} is the
   * design folder that the network lies in, or else the network, which emit takes, too.
   */
  static Map<String, Object> summary(FrontPoint point) {
    Quality quality = point.test().orElse(point.validation());
    String network = point.network();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(
        "design",
        network.endsWith(NETWORK)
            ? network.substring(0, network.length() - NETWORK.length())
            : network);
    object.put("accuracyOf", point.test().isPresent() ? "test" : "validation");
    object.put("accuracy", rounded(quality.accuracy()));
    object.put("balancedAccuracy", rounded(quality.balancedAccuracy()));
    object.put("areaCm2", rounded(point.cost().areaCm2()));
    object.put("powerMw", rounded(point.cost().staticPowerMw()));
    return object;
  }

  private static Map<String, Object> quality(Quality quality) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", quality.rows());
    object.put("accuracy", rounded(quality.accuracy()));
    object.put("accuracyLow", rounded(quality.accuracyLow()));
    object.put("accuracyHigh", rounded(quality.accuracyHigh()));
    object.put("balancedAccuracy", rounded(quality.balancedAccuracy()));
    object.put("balancedLow", quality.balanced().map(each -> rounded(each.low())).orElse(null));
    object.put("balancedHigh", quality.balanced().map(each -> rounded(each.high())).orElse(null));
    object.put(
        "frequentClasses", quality.balanced().map(each -> each.frequentClasses()).orElse(null));
    object.put(
        "frequentBalanced", quality.balanced().map(each -> rounded(each.frequent())).orElse(null));
    object.put(
        "frequentLow", quality.balanced().map(each -> rounded(each.frequentLow())).orElse(null));
    object.put(
        "frequentHigh", quality.balanced().map(each -> rounded(each.frequentHigh())).orElse(null));
    return object;
  }

  private static Map<String, Object> cost(PrintedCost cost) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("gates", cost.gates());
    object.put("areaCm2", rounded(cost.areaCm2()));
    object.put("staticPowerMw", rounded(cost.staticPowerMw()));
    object.put("comparators", cost.comparators());
    object.put("adcAreaCm2", rounded(cost.adcAreaCm2()));
    object.put("adcPowerMw", rounded(cost.adcPowerMw()));
    object.put("criticalPathMs", rounded(cost.criticalPathMs()));
    return object;
  }

  private static Map<String, Object> verified(Verified verified) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("vectors", verified.vectors());
    object.put("exhaustive", verified.exhaustive());
    object.put("mismatches", verified.mismatches());
    object.put("passed", verified.passed());
    return object;
  }

  private static Map<String, Object> reference(ReferencePoint reference) {
    Optional<Double> power = reference.staticPowerMw();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", reference.name());
    object.put("source", reference.source());
    object.put("accuracy", rounded(reference.accuracy()));
    object.put(
        "balancedAccuracy", reference.balancedAccuracy().map(FrontJson::rounded).orElse(null));
    object.put("areaCm2", rounded(reference.areaCm2()));
    object.put("staticPowerMw", power.map(FrontJson::rounded).orElse(null));
    return object;
  }

  private static double rounded(double value) {
    return Math.round(value * UNITS) / UNITS;
  }
}
