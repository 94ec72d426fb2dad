package io.hdlgen.cli;

import io.hdlgen.explore.ExploreResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.flow.folder.CanonicalJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what an exploration found. */
final class ExploreSummary {
  private static final int[] COST_WIDTHS = {9, 9, 10, 9, 7, 6};

  private ExploreSummary() {}

  static String json(ExploreResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("folder", result.folder().toString());
    object.put("design", result.design().map(Object::toString).orElse(null));
    object.put("passed", result.passed());
    object.put("stopped", result.stopped());
    object.putAll(FrontJson.object(result.front()));
    object.put("notes", result.notes());
    return CanonicalJson.write(object);
  }

  static void print(ExploreResult result, PrintWriter out) {
    Front front = result.front();
    boolean tested = front.points().stream().allMatch(point -> point.test().isPresent());
    out.printf(Locale.ROOT, "%45s%19s%n", "classifier", "with converters");
    row(
        out,
        "",
        tested ? "test" : "validation",
        "balanced",
        List.of("cm2", "mW", "cm2", "mW", "levels", "gates"),
        "");
    for (FrontPoint point : front.points()) {
      Quality quality = point.test().orElse(point.validation());
      row(
          out,
          point.id(),
          fraction(quality.accuracy()),
          fraction(quality.balancedAccuracy()),
          costs(point.cost(), front.countsConverters()),
          (point.id().equals(front.recommended()) ? " *" : "")
              + (front.differing().contains(point) ? "  DIFFERS from its reference" : ""));
    }
    row(
        out,
        "",
        fraction(front.majority()),
        fraction(1.0 / front.classNames().size()),
        List.of(),
        "  what the commonest class alone gets");
    out.println("* recommended");
    result.design().ifPresent(design -> out.println("design    " + design));
    if (!result.stopped()) {
      out.println("report    " + result.folder().resolve("report.html"));
    }
  }

  private static List<String> costs(PrintedCost cost, boolean converters) {
    return List.of(
        String.format(Locale.ROOT, "%.4f", cost.areaCm2()),
        String.format(Locale.ROOT, "%.3f", cost.staticPowerMw()),
        converters ? String.format(Locale.ROOT, "%.4f", cost.totalAreaCm2()) : "unknown",
        converters ? String.format(Locale.ROOT, "%.3f", cost.totalPowerMw()) : "unknown",
        Integer.toString(cost.comparators()),
        Integer.toString(cost.gates()));
  }

  private static void row(
      PrintWriter out,
      String id,
      String accuracy,
      String balanced,
      List<String> costs,
      String remark) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-7s%11s%9s", id, accuracy, balanced));
    for (int c = 0; c < costs.size(); c++) {
      line.append(String.format(Locale.ROOT, "%" + COST_WIDTHS[c] + "s", costs.get(c)));
    }
    out.println(line + remark);
  }

  private static String fraction(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
