package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.report.block.Confusion;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.block.Pictures;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.plot.Curve;
import io.hdlgen.explore.report.plot.CurvePlot;
import io.hdlgen.explore.report.plot.Mark;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report with a section of every kind. */
final class ReportFixture {
  private ReportFixture() {}

  static FrontReport report(Front front) {
    return new FrontReport(
        front,
        "hdlgen explore --target egfet_1v0 --data 'a & b <wine>.csv' --seed 1",
        "hdlgen 0.1.0",
        List.of(
            new ReportSection("Confusion", List.of(confusion(front))),
            new ReportSection("Read aloud", List.of(new Lines(List.of("alcohol >= 5 & x < 3")))),
            new ReportSection("Sensors", List.of(sensors())),
            new ReportSection(
                "Yield",
                List.of(
                    new Prose("Made up."),
                    new Pictures(
                        List.of(
                            new Pictures.Picture("Defects", defects().svg(), "1,000 copies"),
                            new Pictures.Picture("Offsets", offsets().svg(), "")))))));
  }

  private static Confusion confusion(Front front) {
    int classes = front.classNames().size();
    int[] actual = new int[480];
    int[] predicted = new int[480];
    for (int r = 0; r < 480; r++) {
      actual[r] = r * r % classes;
      predicted[r] = r % 3 == 0 ? r % 7 % classes : actual[r];
    }
    return new Confusion(
        "p5 on test rows", ClassificationMetrics.of(predicted, actual, front.classNames()));
  }

  private static DataTable sensors() {
    return new DataTable(
        "Bill of sensors",
        List.of(
            DataTable.Column.text("feature"),
            DataTable.Column.text("levels"),
            DataTable.Column.number("comparators")),
        List.of(DataTable.Row.of("alcohol <% vol>", "10.2, 11.5", "2")));
  }

  private static CurvePlot defects() {
    List<Mark> marks = new ArrayList<>();
    for (double density : new double[] {0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}) {
      double height = 0.3 + 0.29 * Math.exp(-0.3 * density);
      marks.add(mark(density, height, 0.04 * (1 - Math.exp(-density))));
    }
    return new CurvePlot(
        "Accuracy against defects", "defects per cm\u00b2", List.of(new Curve("mean", marks)));
  }

  private static CurvePlot offsets() {
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i <= 10; i++) {
        marks.add(mark(i / 10.0, 0.59 - 0.02 * (k + 1) * i / 2.0, 0));
      }
      curves.add(new Curve(List.of("offset", "drift up", "drift down", "both").get(k), marks));
    }
    return new CurvePlot("Accuracy against offset", "steps", curves);
  }

  private static Mark mark(double x, double y, double half) {
    Optional<Mark.Range> band =
        half > 0 ? Optional.of(new Mark.Range(y - half, y + half)) : Optional.empty();
    return new Mark(x, y, band, "", "");
  }
}
