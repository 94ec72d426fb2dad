package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.Facts;
import io.hdlgen.explore.report.block.Facts.Fact;
import io.hdlgen.explore.report.block.Files;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The recommended circuit in a few figures. */
final class Recommendation {
  private final Front front;
  private final FrontPoint point;

  Recommendation(Front front) {
    this.front = front;
    this.point = front.recommendedPoint();
  }

  ReportSection section() {
    RowSet rows = point.test().isPresent() ? RowSet.TEST : RowSet.VALIDATION;
    Quality quality = rows.of(point).orElseThrow();
    String of = "%s, %s rows".formatted(rows.label(), NumberText.count(quality.rows()));
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "accuracy",
            NumberText.fraction(quality.accuracy()),
            "%s; 95 %%: %s to %s"
                .formatted(
                    of,
                    NumberText.fraction(quality.accuracyLow()),
                    NumberText.fraction(quality.accuracyHigh()))));
    facts.add(
        new Fact(
            "balanced accuracy",
            NumberText.fraction(quality.balancedAccuracy()),
            quality
                .balanced()
                .map(
                    each ->
                        "%s; 95 %%: %s to %s"
                            .formatted(
                                of,
                                NumberText.fraction(each.low()),
                                NumberText.fraction(each.high())))
                .orElse(of)));
    facts.add(
        new Fact("area", amount(CostKind.AREA), NumberText.count(point.cost().gates()) + " gates"));
    facts.add(new Fact("static power", amount(CostKind.POWER), "by the state of each gate"));
    if (front.countsConverters()) {
      String comparators = NumberText.count(point.cost().comparators()) + " comparators";
      facts.add(new Fact("area with converters", amount(CostKind.TOTAL_AREA), comparators));
      facts.add(new Fact("power with converters", amount(CostKind.TOTAL_POWER), comparators));
    }
    facts.add(
        new Fact(
            "delay",
            NumberText.amount(point.cost().criticalPathMs()) + " ms",
            "the longest path, give or take 30 %"));
    List<String> files = new ArrayList<>(List.of(point.network()));
    if (point.verified().isPresent()) {
      files.addAll(List.of(PointFiles.design(point), PointFiles.verilog(point)));
    }
    List<Block> blocks =
        List.of(
            new Facts(facts),
            new Files(files),
            new Prose("Recipe: " + PointTables.recipe(point) + "."));
    return new ReportSection("Recommended: " + point.id(), blocks);
  }

  private String amount(CostKind cost) {
    return NumberText.amount(cost.of(point.cost())) + " " + cost.unit();
  }
}
