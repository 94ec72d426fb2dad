package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recommended circuit and the others against published ones, on test rows only. */
final class PublishedVerdict {
  private final Front front;
  private final FrontPoint chosen;

  PublishedVerdict(Front front) {
    this.front = front;
    this.chosen = front.recommendedPoint();
  }

  ReportSection section() {
    List<Block> blocks = new ArrayList<>();
    if (front.references().isEmpty()) {
      blocks.add(new Prose("No published circuits are known for these data."));
    } else if (chosen.test().isEmpty()) {
      blocks.add(
          new Prose(
              "Published figures are of test rows, which have not been read yet: "
                  + "nothing is compared."));
    } else {
      blocks.add(new Lines(front.references().stream().map(this::sentence).toList()));
      blocks.add(table());
    }
    return new ReportSection("Against published circuits", blocks);
  }

  /** The recommended circuit against a published one. */
  String sentence(ReferencePoint reference) {
    Quality quality = chosen.test().orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append(chosen.id())
        .append(front.isTree(chosen) ? ", a decision tree," : "")
        .append(" against ")
        .append(reference.name())
        .append(": area ")
        .append(RatioText.times(Comparison.ratio(reference.areaCm2(), chosen.cost().areaCm2())));
    reference
        .staticPowerMw()
        .ifPresent(
            power ->
                text.append(", static power ")
                    .append(
                        RatioText.times(Comparison.ratio(power, chosen.cost().staticPowerMw()))));
    return text.append("; accuracy ")
        .append(NumberText.difference(quality.accuracy() - reference.accuracy()))
        .append(", balanced accuracy ")
        .append(NumberText.difference(quality.balancedAccuracy() - reference.balancedAccuracy()))
        .append(". ")
        .append(domination(reference))
        .toString();
  }

  private String domination(ReferencePoint reference) {
    Merit published = Merit.of(reference, CostKind.AREA).orElseThrow();
    List<FrontPoint> all = tested().filter(point -> merit(point).dominates(published)).toList();
    List<FrontPoint> better =
        all.stream().filter(point -> point.equals(chosen) || !front.isTree(point)).toList();
    List<FrontPoint> worse = tested().filter(point -> published.dominates(merit(point))).toList();
    String text;
    if (better.contains(chosen)) {
      text = "It dominates the published circuit in accuracy, balanced accuracy and area.";
    } else if (better.isEmpty()) {
      text =
          "No explored circuit dominates the published one in accuracy, balanced accuracy and area.";
    } else {
      text = "It does not dominate the published circuit; " + PointNames.of(better) + " would.";
    }
    List<FrontPoint> trees = all.stream().filter(point -> !better.contains(point)).toList();
    if (!better.contains(chosen) && !trees.isEmpty()) {
      text += " Decision trees that do: " + PointNames.of(trees) + ".";
    }
    return worse.isEmpty()
        ? text
        : text + " The published circuit dominates " + PointNames.of(worse) + ".";
  }

  private static Merit merit(FrontPoint point) {
    return Merit.of(point, RowSet.TEST, CostKind.AREA);
  }

  private Stream<FrontPoint> tested() {
    return front.points().stream().filter(point -> point.test().isPresent());
  }

  private DataTable table() {
    Quality quality = chosen.test().orElseThrow();
    List<DataTable.Row> lines = new ArrayList<>();
    for (ReferencePoint reference : front.references()) {
      lines.add(
          DataTable.Row.of(
              reference.name(),
              NumberText.fraction(reference.accuracy()),
              NumberText.fraction(reference.balancedAccuracy()),
              NumberText.amount(reference.areaCm2()),
              reference.staticPowerMw().map(NumberText::amount).orElse("unknown"),
              reference.source()));
    }
    lines.add(
        new DataTable.Row(
            List.of(
                chosen.id(),
                NumberText.fraction(quality.accuracy()),
                NumberText.fraction(quality.balancedAccuracy()),
                NumberText.amount(chosen.cost().areaCm2()),
                NumberText.amount(chosen.cost().staticPowerMw()),
                "this exploration: the recommended circuit"),
            true));
    return new DataTable(
        "Test rows; classifier without converters",
        List.of(
            DataTable.Column.text("circuit"),
            DataTable.Column.number("accuracy"),
            DataTable.Column.number("balanced"),
            DataTable.Column.number("cm\u00b2"),
            DataTable.Column.number("static mW"),
            DataTable.Column.text("figures from")),
        lines);
  }
}
