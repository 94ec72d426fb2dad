package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;

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
              "One circuit beats another if it is at least as good in each of accuracy, balanced"
                  + " accuracy and cost, and better in one of them. Trees and explored circuits went"
                  + " through the same choice, mapping and rows. Differences within the 95 %"
                  + " intervals may be chance."));
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
      boolean one = kept.size() == 1;
      text.append(one ? " A decision tree is" : " Decision trees are")
          .append(" on the front, too: ")
          .append(PointNames.of(kept))
          .append(". In cross-validation, which decides that, no explored circuit is as good as ")
          .append(one ? "it" : "any of them")
          .append(" at no more area and power, converters included");
      text.append(rows == RowSet.TEST ? "; test rows may say otherwise." : ".");
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
    if (by.shares().isEmpty()) {
      text.append("No explored circuit is as accurate as any decision tree on ")
          .append(rows.label())
          .append(" rows.");
    } else {
      text.append("Explored circuits that are as accurate as a decision tree on ")
          .append(rows.label())
          .append(" rows, or more accurate, take ")
          .append(ShareText.range(by.shares()))
          .append(" of its area.");
      if (!by.unreached().isEmpty()) {
        text.append(" None is as accurate as ").append(PointNames.of(by.unreached())).append('.');
      }
    }
    text.append(' ').append(beaten(by));
    if (!by.behind().isEmpty()) {
      text.append(" Trees beat ")
          .append(some(by.behind(), front.explored().size(), "explored circuit"))
          .append('.');
    }
    return text.toString();
  }

  private static String beaten(Comparison by) {
    String unbeaten = PointNames.of(by.unbeaten());
    if (by.beaten().isEmpty() && by.equalled().isEmpty()) {
      return by.trees() == 1
          ? "They do not beat the only tree, " + unbeaten + "."
          : "They beat none of the " + by.trees() + " trees.";
    }
    String beaten =
        by.beaten().isEmpty()
            ? "They beat no tree"
            : by.beaten().size() == by.trees() && by.trees() > 1
                ? "They beat all " + by.trees() + " trees"
                : "They beat " + by.beaten().size() + " of " + trees(by.trees());
    String equalled =
        by.equalled().isEmpty() ? "" : " and equal " + by.equalled().size() + " exactly";
    return beaten
        + equalled
        + (by.unbeaten().isEmpty() ? "" : "; none is a match for " + unbeaten)
        + ".";
  }

  private static String trees(int count) {
    return count == 1 ? "1 tree" : count + " trees";
  }

  /** {@code 2 of 3 trees: a, b}, {@code all 3 trees}. */
  private static String some(List<FrontPoint> some, int all, String what) {
    if (some.size() == all) {
      return all == 1 ? "the only " + what : "all " + all + " " + what + "s";
    }
    return some.size() + " of " + all + " " + what + "s: " + PointNames.of(some);
  }

  private DataTable table() {
    List<DataTable.Row> lines = new ArrayList<>();
    for (CostKind cost : CostKind.values()) {
      if (!cost.converters() || front.countsConverters()) {
        lines.add(line(cost, Comparison.of(front, rows, cost)));
      }
    }
    return new DataTable(
        "Explored circuits against decision trees on " + rows.label() + " rows, by each cost",
        List.of(
            DataTable.Column.text("cost"),
            DataTable.Column.text("at a tree's accuracy, share of its cost"),
            DataTable.Column.number("trees beaten"),
            DataTable.Column.number("equalled"),
            DataTable.Column.text("not beaten"),
            DataTable.Column.number("circuits beaten by a tree")),
        lines);
  }

  private DataTable.Row line(CostKind cost, Comparison by) {
    return DataTable.Row.of(
        cost.label(),
        by.shares().isEmpty() ? "never as accurate" : ShareText.range(by.shares()),
        "%s of %s".formatted(NumberText.count(by.beaten().size()), NumberText.count(by.trees())),
        NumberText.count(by.equalled().size()),
        by.unbeaten().isEmpty() ? "none" : PointNames.of(by.unbeaten()),
        "%s of %s"
            .formatted(
                NumberText.count(by.behind().size()), NumberText.count(front.explored().size())));
  }
}
