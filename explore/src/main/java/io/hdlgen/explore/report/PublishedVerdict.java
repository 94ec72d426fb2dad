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
      blocks.add(
          new Prose(
              "One circuit beats another if it is at least as good in each of accuracy, balanced"
                  + " accuracy and area, and better in one of them; a balanced accuracy that was not"
                  + " published is left out."));
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
        .append(" takes ")
        .append(ShareText.of(Comparison.share(chosen.cost().areaCm2(), reference.areaCm2())))
        .append(" of the area of ")
        .append(reference.name());
    reference
        .staticPowerMw()
        .ifPresent(
            power ->
                text.append(" and ")
                    .append(ShareText.of(Comparison.share(chosen.cost().staticPowerMw(), power)))
                    .append(" of its static power"));
    text.append("; its accuracy is ").append(compared(quality.accuracy() - reference.accuracy()));
    reference
        .balancedAccuracy()
        .ifPresent(
            balanced ->
                text.append(", its balanced accuracy ")
                    .append(compared(quality.balancedAccuracy() - balanced)));
    return text.append(". ").append(outcome(reference)).toString();
  }

  private static String compared(double difference) {
    String size = NumberText.fraction(Math.abs(difference));
    if (Double.parseDouble(size) == 0) {
      return "the same";
    }
    return size + (difference > 0 ? " higher" : " lower");
  }

  private String outcome(ReferencePoint reference) {
    Merit published = Merit.of(reference, CostKind.AREA).orElseThrow();
    List<FrontPoint> all =
        tested().filter(point -> merit(point, reference).beats(published)).toList();
    List<FrontPoint> better =
        all.stream().filter(point -> point.equals(chosen) || !front.isTree(point)).toList();
    List<FrontPoint> worse =
        tested().filter(point -> published.beats(merit(point, reference))).toList();
    String text;
    if (better.contains(chosen)) {
      text = "It beats " + reference.name() + ".";
    } else if (better.isEmpty()) {
      text = "No explored circuit beats " + reference.name() + ".";
    } else {
      text =
          "It does not beat " + reference.name() + ", but these do: " + PointNames.of(better) + ".";
    }
    List<FrontPoint> trees = all.stream().filter(point -> !better.contains(point)).toList();
    if (!better.contains(chosen) && !trees.isEmpty()) {
      text += " Decision trees that beat it: " + PointNames.of(trees) + ".";
    }
    return worse.isEmpty()
        ? text
        : text + " " + reference.name() + " beats " + PointNames.of(worse) + ".";
  }

  /** By what is known of the published circuit. */
  private static Merit merit(FrontPoint point, ReferencePoint reference) {
    Merit merit = Merit.of(point, RowSet.TEST, CostKind.AREA);
    return reference.balancedAccuracy().isPresent()
        ? merit
        : new Merit(merit.accuracy(), 0, merit.cost());
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
              reference.balancedAccuracy().map(NumberText::fraction).orElse("unknown"),
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
