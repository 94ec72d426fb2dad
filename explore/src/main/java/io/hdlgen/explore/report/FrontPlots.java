package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.Pictures;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.explore.report.plot.Mark;
import io.hdlgen.explore.report.plot.MarkSeries;
import io.hdlgen.explore.report.plot.ScatterPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accuracy and balanced accuracy against each cost. */
final class FrontPlots {
  private final Front front;
  private final RowSet rows;
  private final Optional<FrontPoint> given;
  private final Origin origin;

  /**
   * @param given the network whose approximations the points are; empty for explored ones
   */
  FrontPlots(Front front, Optional<FrontPoint> given) {
    this.front = front;
    this.given = given;
    this.origin = given.isPresent() ? Origin.APPROXIMATED : Origin.EXPLORED;
    this.rows = RowSet.compared(front);
  }

  /** Plots of the classifier alone, and of it with its converters where those are counted. */
  List<ReportSection> sections() {
    List<ReportSection> sections = new ArrayList<>();
    sections.add(
        new ReportSection(
            "Classifier alone",
            List.of(
                new Prose(legend()),
                new Pictures(pictures(false)),
                new Prose(
                    given.isPresent() || rows == RowSet.TEST || front.references().isEmpty()
                        ? "Converters are left out here, as they are in the literature."
                        : "Published circuits are missing: their figures are of test rows."))));
    List<Block> total = new ArrayList<>();
    if (front.countsConverters()) {
      total.add(new Pictures(pictures(true)));
      if (given.isEmpty()) {
        total.add(
            new Prose(
                "Published circuits are missing: what converters they need has not been"
                    + " published."));
      }
    } else {
      total.add(new Prose("No converters are published for " + front.target() + "."));
    }
    sections.add(new ReportSection("Classifier and converters", total));
    return sections;
  }

  private String legend() {
    return "Figures of "
        + rows.label()
        + " rows. "
        + origin.legend()
        + (showsPublished(CostKind.AREA) ? "; diamonds: published circuits" : "")
        + ". The ring is the recommended circuit. Each staircase joins the circuits that no other"
        + " of their kind beats in that very plot; which circuits are here at all was chosen on"
        + " validation rows. Thin bars are 95 % intervals of accuracy; there are none of balanced"
        + " accuracy. The dashed line is what a constant answer gets; "
        + origin.drawn()
        + " below"
        + " it, which are good at something else, are left out of that plot.";
  }

  private boolean showsPublished(CostKind cost) {
    return given.isEmpty()
        && rows == RowSet.TEST
        && front.references().stream().anyMatch(reference -> cost.of(reference).isPresent());
  }

  private List<Pictures.Picture> pictures(boolean converters) {
    List<Pictures.Picture> pictures = new ArrayList<>();
    for (boolean balanced : List.of(false, true)) {
      for (CostKind cost : CostKind.values()) {
        if (cost.converters() == converters) {
          pictures.add(picture(balanced, cost));
        }
      }
    }
    return pictures;
  }

  private Pictures.Picture picture(boolean balanced, CostKind cost) {
    String title = (balanced ? "Balanced accuracy against " : "Accuracy against ") + cost.label();
    List<MarkSeries> series = new ArrayList<>();
    series.add(
        new MarkSeries(
            "decision trees", MarkSeries.Style.TREES, marks(front.trees(), balanced, cost)));
    if (showsPublished(cost)) {
      series.add(new MarkSeries("", MarkSeries.Style.PUBLISHED, published(balanced, cost)));
    }
    given.ifPresent(
        point ->
            series.add(
                new MarkSeries(
                    "", MarkSeries.Style.PUBLISHED, List.of(mark(point, balanced, cost)))));
    series.add(
        new MarkSeries("explored", MarkSeries.Style.OURS, marks(front.explored(), balanced, cost)));
    ScatterPlot plot =
        new ScatterPlot(
            title + ", " + rows.label() + " rows",
            cost.unit(),
            series,
            Optional.of(baseline(balanced)),
            Optional.of(mark(front.recommendedPoint(), balanced, cost)));
    return new Pictures.Picture(title, plot.svg(), "");
  }

  private ScatterPlot.Baseline baseline(boolean balanced) {
    double value = balanced ? 1.0 / front.classNames().size() : front.majority();
    String name = balanced ? "constant answer " : "majority class ";
    return new ScatterPlot.Baseline(name + NumberText.fraction(value), value);
  }

  private List<Mark> marks(List<FrontPoint> points, boolean balanced, CostKind cost) {
    double constant = baseline(balanced).value();
    return points.stream()
        .map(point -> mark(point, balanced, cost))
        .filter(mark -> mark.y() >= constant || mark.name().equals(front.recommended()))
        .toList();
  }

  private Mark mark(FrontPoint point, boolean balanced, CostKind cost) {
    Quality quality = rows.of(point).orElseThrow();
    Optional<Mark.Range> interval =
        balanced
            ? Optional.empty()
            : Optional.of(new Mark.Range(quality.accuracyLow(), quality.accuracyHigh()));
    double height = balanced ? quality.balancedAccuracy() : quality.accuracy();
    double price = cost.of(point.cost());
    return new Mark(price, height, interval, point.id(), tip(point.id(), height, price, cost));
  }

  private List<Mark> published(boolean balanced, CostKind cost) {
    List<Mark> marks = new ArrayList<>();
    for (ReferencePoint reference : front.references()) {
      Optional<Double> height =
          balanced ? reference.balancedAccuracy() : Optional.of(reference.accuracy());
      String name = reference.name();
      Optional<Double> price = cost.of(reference);
      if (height.isPresent() && price.isPresent()) {
        double x = price.get();
        double y = height.get();
        marks.add(new Mark(x, y, Optional.empty(), name, tip(name, y, x, cost)));
      }
    }
    return marks;
  }

  private static String tip(String name, double height, double price, CostKind cost) {
    return "%s: %s at %s %s"
        .formatted(name, NumberText.fraction(height), NumberText.amount(price), cost.unit());
  }
}
