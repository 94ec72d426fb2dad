package io.hdlgen.cli;

import io.hdlgen.explore.ExploreResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.flow.folder.CanonicalJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what an exploration found. */
final class ExploreSummary {
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
    String rows = tested ? "test" : "validation";
    out.printf(
        Locale.ROOT,
        "%-8s %9s %9s %10s %9s %11s %6s%n",
        "",
        rows,
        "balanced",
        "cm2",
        "mW",
        "comparators",
        "gates");
    for (FrontPoint point : front.points()) {
      Quality quality = point.test().orElse(point.validation());
      out.printf(
          Locale.ROOT,
          "%-8s %9.4f %9.4f %10.4f %9.3f %11d %6d%s%s%n",
          point.id(),
          quality.accuracy(),
          quality.balancedAccuracy(),
          point.cost().areaCm2(),
          point.cost().staticPowerMw(),
          point.cost().comparators(),
          point.cost().gates(),
          point.id().equals(front.recommended()) ? "  recommended" : "",
          front.differing().contains(point) ? "  DIFFERS from its reference" : "");
    }
    result.design().ifPresent(design -> out.println("design    " + design));
    if (!result.stopped()) {
      out.println("report    " + result.folder().resolve("report.html"));
    }
  }
}
