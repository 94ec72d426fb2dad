package io.hdlgen.cli;

import io.hdlgen.explore.approximate.ApproximateResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.flow.folder.CanonicalJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what a search for approximations found. */
final class ApproximateSummary {
  private ApproximateSummary() {}

  static String json(ApproximateResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("folder", result.folder().toString());
    object.put("stopped", result.stopped());
    object.put("given", FrontJson.point(result.given()));
    object.putAll(FrontJson.object(result.front()));
    object.put("notes", result.notes());
    return CanonicalJson.write(object);
  }

  static void print(ApproximateResult result, PrintWriter out) {
    Front front = result.front();
    boolean tested = result.given().test().isPresent();
    out.printf(
        Locale.ROOT,
        "%-8s %10s %10s%s %10s %10s %6s%n",
        "",
        "search",
        "validation",
        tested ? String.format(Locale.ROOT, " %10s", "test") : "",
        "cm2",
        "mW",
        "gates");
    line(out, result.given(), "");
    for (FrontPoint point : front.points()) {
      line(out, point, point.id().equals(front.recommended()) ? "  recommended" : "");
    }
    out.println("report    " + result.folder().resolve("report.html"));
  }

  private static void line(PrintWriter out, FrontPoint point, String more) {
    out.printf(
        Locale.ROOT,
        "%-8s %10.4f %10.4f%s %10.4f %10.3f %6d%s%n",
        point.id(),
        point.train().accuracy(),
        point.validation().accuracy(),
        point.test().map(Quality::accuracy).map(ApproximateSummary::column).orElse(""),
        point.cost().areaCm2(),
        point.cost().staticPowerMw(),
        point.cost().gates(),
        more);
  }

  private static String column(double accuracy) {
    return String.format(Locale.ROOT, " %10.4f", accuracy);
  }
}
