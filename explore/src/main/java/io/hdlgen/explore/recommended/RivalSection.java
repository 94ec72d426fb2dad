package io.hdlgen.explore.recommended;

import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.quantizer.metrics.DifferenceInterval;
import io.hdlgen.quantizer.metrics.PairedComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The recommended circuit against the best decision trees, row by row. */
final class RivalSection {
  private static final Comparator<Rival> BEST =
      Comparator.<Rival>comparingDouble(tree -> tree.point().validation().accuracy())
          .thenComparing(
              Comparator.<Rival>comparingDouble(tree -> tree.point().cost().areaCm2()).reversed());

  private final Evidence evidence;

  RivalSection(Evidence evidence) {
    this.evidence = evidence;
  }

  ReportSection section() {
    List<Block> blocks = new ArrayList<>();
    List<Rival> others = evidence.trees().stream().filter(tree -> !isChosen(tree)).toList();
    boolean chosenIsTree = others.size() < evidence.trees().size();
    Optional<Rival> small =
        others.stream()
            .filter(
                tree ->
                    !chosenIsTree
                        && tree.point().cost().areaCm2()
                            <= evidence.point().cost().areaCm2() + 1e-9)
            .max(BEST);
    Optional<Rival> best = others.stream().max(BEST);
    if (chosenIsTree) {
      blocks.add(
          new Prose(
              ("The recommended circuit, %s, is itself a decision tree: in cross-validation, no"
                      + " circuit that the search made is as good at no more cost.")
                  .formatted(evidence.point().id()),
              true));
    } else if (small.isEmpty()) {
      blocks.add(new Prose("No decision tree is as small as " + evidence.point().id() + "."));
    } else {
      blocks.add(new Prose(sentence(small.get()), true));
    }
    if (best.isPresent()) {
      List<DataTable.Row> rows = new ArrayList<>();
      small.ifPresent(tree -> rows.add(row("best of the same or smaller area", tree)));
      rows.add(row("best of any area", best.get()));
      blocks.add(table(rows));
      blocks.add(
          new Prose(
              "Which tree is best was decided in cross-validation. Only rows on which just one of"
                  + " the two is right tell them apart: McNemar's test, exact and two-sided, is of"
                  + " these; the interval is that of the score test (Tango, 1998)."));
    }
    return new ReportSection("Row by row against decision trees", blocks);
  }

  private boolean isChosen(Rival tree) {
    return tree.point().id().equals(evidence.point().id())
        && tree.point().sha256().equals(evidence.point().sha256());
  }

  private PairedComparison compared(Rival tree) {
    return PairedComparison.of(
        evidence.predicted(),
        evidence.test().classify(tree.network()),
        evidence.test().samples().labels());
  }

  /** What the test says of a tree, for people. */
  private String sentence(Rival tree) {
    PairedComparison pairs = compared(tree);
    DifferenceInterval interval = pairs.interval();
    String relation;
    if (interval.low() > 0) {
      relation = "%s is more accurate than %s";
    } else if (interval.high() < 0) {
      relation = "%s is less accurate than %s";
    } else {
      relation = "These rows do not tell which is more accurate, %s or %s";
    }
    return (relation
            + ", the best decision tree of the same or smaller area: difference %s (95 %%: %s to %s).")
        .formatted(
            evidence.point().id(),
            tree.point().id(),
            NumberText.difference(pairs.difference()),
            NumberText.difference(interval.low()),
            NumberText.difference(interval.high()));
  }

  private DataTable table(List<DataTable.Row> rows) {
    return new DataTable(
        evidence.point().id() + " against decision trees on " + evidence.rows(),
        List.of(
            DataTable.Column.text("tree"),
            DataTable.Column.text("circuit"),
            DataTable.Column.number("cm\u00b2"),
            DataTable.Column.number("its accuracy"),
            DataTable.Column.number("only ours right"),
            DataTable.Column.number("only the tree right"),
            DataTable.Column.number("difference"),
            DataTable.Column.number("95 % interval"),
            DataTable.Column.number("McNemar p")),
        rows);
  }

  private DataTable.Row row(String name, Rival tree) {
    FrontPoint point = tree.point();
    PairedComparison pairs = compared(tree);
    DifferenceInterval interval = pairs.interval();
    return DataTable.Row.of(
        name,
        point.id(),
        NumberText.amount(point.cost().areaCm2()),
        point.test().map(quality -> NumberText.fraction(quality.accuracy())).orElse("not read"),
        NumberText.count(pairs.firstOnly()),
        NumberText.count(pairs.secondOnly()),
        NumberText.difference(pairs.difference()),
        NumberText.difference(interval.low()) + " to " + NumberText.difference(interval.high()),
        probability(pairs.mcNemar()));
  }

  private static String probability(double p) {
    return p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }
}
