package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.DataTable.Column;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The recommended approximation against the network as it was given. */
final class GivenVerdict {
  private final Front front;
  private final FrontPoint given;
  private final FrontPoint chosen;
  private final RowSet rows;

  GivenVerdict(Front front, FrontPoint given) {
    this.front = front;
    this.given = given;
    this.chosen = front.recommendedPoint();
    this.rows = RowSet.compared(front);
  }

  ReportSection section() {
    return new ReportSection(
        "Against the network as it was given", List.of(new Prose(sentence(), true), table()));
  }

  /** The recommended one against it, in a sentence. */
  String sentence() {
    Quality now = rows.of(chosen).orElseThrow();
    Quality before = rows.of(given).orElseThrow();
    String converters =
        front.countsConverters() ? " (" + share(CostKind.TOTAL_AREA) + " with converters)" : "";
    String difference =
        NumberText.difference(now.accuracy() - before.accuracy())
            + ", balanced accuracy "
            + NumberText.difference(now.balancedAccuracy() - before.balancedAccuracy());
    return "%s takes %s of the area of the network as it was given%s; accuracy on %s rows %s."
        .formatted(chosen.id(), share(CostKind.AREA), converters, rows.label(), difference);
  }

  private String share(CostKind cost) {
    return ShareText.of(Comparison.share(cost.of(chosen.cost()), cost.of(given.cost())));
  }

  private DataTable table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("circuit"));
    columns.add(Column.number("accuracy"));
    columns.add(Column.number("balanced"));
    for (CostKind cost : costs()) {
      columns.add(Column.number(cost.label() + ", " + cost.unit()));
    }
    return new DataTable(
        "Figures of " + rows.label() + " rows",
        columns,
        List.of(new DataTable.Row(line(given), false), new DataTable.Row(line(chosen), true)));
  }

  private List<CostKind> costs() {
    return List.of(CostKind.values()).stream()
        .filter(cost -> !cost.converters() || front.countsConverters())
        .toList();
  }

  private List<String> line(FrontPoint point) {
    Quality quality = rows.of(point).orElseThrow();
    PrintedCost cost = point.cost();
    List<String> line = new ArrayList<>();
    line.add(point.id());
    line.add(NumberText.fraction(quality.accuracy()));
    line.add(NumberText.fraction(quality.balancedAccuracy()));
    costs().forEach(kind -> line.add(NumberText.amount(kind.of(cost))));
    return line;
  }
}
