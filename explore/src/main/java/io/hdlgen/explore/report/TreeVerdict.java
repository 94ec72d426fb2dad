package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Whether the points are better than decision trees, and where they are not. */
final class TreeVerdict {
  private final Front front;
  private final RowSet rows;

  TreeVerdict(Front front) {
    this.front = front;
    this.rows = RowSet.compared(front);
  }

  ReportSection section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Prose(sentence(), true));
    if (!front.trees().isEmpty() && !front.explored().isEmpty()) {
      blocks.add(table());
      blocks.add(
          new Prose(
              "One circuit dominates another if it is worse in none of accuracy, balanced accuracy"
                  + " and cost, and better in one of them. Trees and explored circuits went through"
                  + " the same choice, mapping and rows. Differences within the 95 % intervals may"
                  + " be chance."));
    }
    return new ReportSection("Against decision trees", blocks);
  }

  /** The verdict by area, in one paragraph. */
  String sentence() {
    if (front.trees().isEmpty()) {
      return "No decision trees were measured, so nothing can be said against them.";
    }
    return (front.explored().isEmpty()
            ? "No circuit that the search made is on the front."
            : compared(Comparison.of(front, rows, CostKind.AREA)))
        + kept();
  }

  /** Which trees are points, too. */
  private String kept() {
    List<FrontPoint> kept = front.keptTrees();
    StringBuilder text = new StringBuilder();
    if (!kept.isEmpty()) {
      text.append(" Kept in the front because nothing matches ")
          .append(kept.size() == 1 ? "it" : "them")
          .append(" in cross-validation: ")
          .append(PointNames.of(kept))
          .append('.');
    }
    if (kept.contains(front.recommendedPoint())) {
      text.append(" The recommended circuit is itself a decision tree: ")
          .append(front.recommended())
          .append('.');
    }
    return text.toString();
  }

  private String compared(Comparison by) {
    StringBuilder text = new StringBuilder();
    if (by.ratios().isEmpty()) {
      text.append("No explored circuit reaches the ")
          .append(rows.label())
          .append(" accuracy of any decision tree.");
    } else {
      text.append("At equal or better ")
          .append(rows.label())
          .append(" accuracy, area is ")
          .append(RatioText.range(least(by), most(by)))
          .append(relation(by))
          .append(" that of the decision trees.");
      if (!by.unreached().isEmpty()) {
        text.append(" No explored circuit reaches the accuracy of ")
            .append(PointNames.of(by.unreached()))
            .append('.');
      }
    }
    text.append(" The tree front is dominated at ")
        .append(by.dominated().size())
        .append(" of ")
        .append(by.trees())
        .append(by.trees() == 1 ? " point" : " points");
    if (!by.equalled().isEmpty()) {
      text.append(" and equalled at ").append(by.equalled().size());
    }
    text.append("; not dominated: ")
        .append(by.unbeaten().isEmpty() ? "none" : PointNames.of(by.unbeaten()))
        .append('.');
    if (!by.behind().isEmpty()) {
      text.append(" Decision trees dominate ")
          .append(by.behind().size())
          .append(" of ")
          .append(front.explored().size())
          .append(" explored circuits: ")
          .append(PointNames.of(by.behind()))
          .append('.');
    }
    return text.toString();
  }

  private static String relation(Comparison by) {
    if (least(by) == 0 || Double.isInfinite(most(by))) {
      return ", against";
    }
    return same(by) ? " as" : " than";
  }

  private static boolean same(Comparison by) {
    return RatioText.range(least(by), most(by)).endsWith("the same");
  }

  private static double least(Comparison by) {
    return sizes(by).min().orElseThrow();
  }

  private static double most(Comparison by) {
    return sizes(by).max().orElseThrow();
  }

  private static DoubleStream sizes(Comparison by) {
    return by.ratios().stream().mapToDouble(ratio -> ratio);
  }

  private DataTable table() {
    List<DataTable.Row> lines = new ArrayList<>();
    for (CostKind cost : CostKind.values()) {
      if (!cost.converters() || front.countsConverters()) {
        lines.add(line(cost, Comparison.of(front, rows, cost)));
      }
    }
    return new DataTable(
        "Against decision trees on " + rows.label() + " rows, by each cost",
        List.of(
            DataTable.Column.text("cost"),
            DataTable.Column.text("at equal or better accuracy"),
            DataTable.Column.number("trees dominated"),
            DataTable.Column.number("equalled"),
            DataTable.Column.text("not dominated"),
            DataTable.Column.number("dominated by a tree")),
        lines);
  }

  private DataTable.Row line(CostKind cost, Comparison by) {
    String range = by.ratios().isEmpty() ? "never reached" : RatioText.range(least(by), most(by));
    return DataTable.Row.of(
        cost.label(),
        range,
        "%s of %s".formatted(NumberText.count(by.dominated().size()), NumberText.count(by.trees())),
        NumberText.count(by.equalled().size()),
        by.unbeaten().isEmpty() ? "none" : PointNames.of(by.unbeaten()),
        "%s of %s"
            .formatted(
                NumberText.count(by.behind().size()), NumberText.count(front.explored().size())));
  }
}
