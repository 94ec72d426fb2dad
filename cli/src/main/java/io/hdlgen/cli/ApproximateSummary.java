package io.hdlgen.cli;

import io.hdlgen.explore.approximate.ApproximateResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.flow.folder.CanonicalJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what a search for approximations found. */
final class ApproximateSummary {
  private final ApproximateResult result;
  private final boolean tested;

  private ApproximateSummary(ApproximateResult result) {
    this.result = result;
    this.tested = result.given().test().isPresent();
  }

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
    new ApproximateSummary(result).print(out);
  }

  private void print(PrintWriter out) {
    Front front = result.front();
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("", "search", "validation"));
    if (tested) {
      head.add("test");
    }
    head.addAll(List.of("gates", "cm2", "converters", "sum cm2", "mW", "converters", "sum mW", ""));
    table.add(head);
    table.add(line(result.given(), ""));
    for (FrontPoint point : front.points()) {
      table.add(line(point, point.id().equals(front.recommended()) ? "recommended" : ""));
    }
    table.lines().forEach(out::println);
    out.println("report    " + result.folder().resolve("report.html"));
  }

  private List<String> line(FrontPoint point, String more) {
    List<String> cells = new ArrayList<>();
    cells.add(point.id());
    cells.add(number(point.train().accuracy()));
    cells.add(number(point.validation().accuracy()));
    if (tested) {
      cells.add(number(point.test().orElseThrow().accuracy()));
    }
    PrintedCost cost = point.cost();
    cells.add(Integer.toString(cost.gates()));
    cells.add(number(cost.areaCm2()));
    cells.add(number(cost.adcAreaCm2()));
    cells.add(number(cost.totalAreaCm2()));
    cells.add(number(cost.staticPowerMw()));
    cells.add(number(cost.adcPowerMw()));
    cells.add(number(cost.totalPowerMw()));
    cells.add(more);
    return cells;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
