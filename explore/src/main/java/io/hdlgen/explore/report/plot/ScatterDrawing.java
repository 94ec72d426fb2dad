package io.hdlgen.explore.report.plot;

import io.hdlgen.explore.report.markup.Element;
import io.hdlgen.explore.report.plot.LabelPlacer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws one {@link ScatterPlot}. */
final class ScatterDrawing {
  private static final Box INSIDE = PlotFrame.INSIDE;
  private static final double RADIUS = 3.4;
  private static final int MOST_ANCHORS = 20;

  /** Bars are pale and many: a label may cover one rather than go far away. */
  private static final double BAR_WEIGHT = 0.25;

  private final ScatterPlot plot;
  private final Axis x;
  private final Axis y;
  private final LabelPlacer labels = new LabelPlacer(INSIDE);
  private final List<Element> elements = new ArrayList<>();

  ScatterDrawing(ScatterPlot plot) {
    this.plot = plot;
    List<Double> costs = marks().map(Mark::x).toList();
    x = Axis.ofAmounts(costs, INSIDE.left(), INSIDE.right());
    List<Double> heights =
        marks()
            .flatMap(
                mark ->
                    Stream.concat(
                        Stream.of(mark.y()),
                        mark.interval().stream()
                            .flatMap(range -> Stream.of(range.low(), range.high()))))
            .toList();
    y = upwards(heights);
  }

  private Stream<Mark> marks() {
    return plot.series().stream().flatMap(series -> series.marks().stream());
  }

  /** An axis for all heights, and for the baseline unless it would squeeze the rest. */
  private Axis upwards(List<Double> heights) {
    double low = heights.stream().mapToDouble(value -> value).min().orElse(0);
    double high = heights.stream().mapToDouble(value -> value).max().orElse(1);
    double span = Math.max(high - low, 0.02);
    if (plot.baseline().isPresent() && low - plot.baseline().get().value() < span) {
      low = Math.min(low, plot.baseline().get().value());
      high = Math.max(high, plot.baseline().get().value());
      span = Math.max(high - low, span);
    }
    return Axis.linear(
        Math.max(0, low - 0.06 * span),
        Math.min(1.004, high + 0.08 * span),
        INSIDE.bottom(),
        INSIDE.top());
  }

  Element svg() {
    elements.addAll(PlotFrame.axes(x, y, plot.xTitle()));
    plot.baseline().ifPresent(this::baseline);
    plot.series().forEach(this::bars);
    plot.series().stream().filter(each -> each.style().staircase()).forEach(this::staircase);
    plot.series().forEach(this::points);
    plot.recommended().ifPresent(this::emphasise);
    // Names of single marks first: the name of a staircase has more places to go.
    plot.series().stream().filter(each -> !each.style().staircase()).forEach(this::names);
    plot.series().stream().filter(each -> each.style().staircase()).forEach(this::names);
    return PlotFrame.svg(plot.title()).plus(elements);
  }

  private void baseline(ScatterPlot.Baseline baseline) {
    double height = y.at(baseline.value());
    boolean visible = height <= INSIDE.bottom();
    if (visible) {
      elements.add(PlotFrame.line("baseline", INSIDE.left(), height, INSIDE.right(), height));
    }
    String text = visible ? baseline.label() : "\u2193 " + baseline.label();
    double width = LabelPlacer.width(text);
    boolean below = visible && height + 16 < INSIDE.bottom();
    double bottom = !visible ? INSIDE.bottom() - 2 : below ? height + 15 : height - 2;
    Box box = new Box(INSIDE.right() - width, bottom - 13, INSIDE.right() - 2, bottom);
    labels.take(box);
    elements.add(PlotFrame.text("label end quiet", text, box.right(), bottom - 3));
    labels.avoidLine(new Spot(INSIDE.left(), height), new Spot(INSIDE.right(), height), 1);
  }

  private void bars(MarkSeries series) {
    for (Mark mark : series.marks()) {
      if (mark.interval().isPresent()) {
        double low = Math.min(INSIDE.bottom(), y.at(mark.interval().get().low()));
        double high = Math.max(INSIDE.top(), y.at(mark.interval().get().high()));
        double place = x.at(mark.x());
        String style = "bar " + series.style().cssClass();
        elements.add(PlotFrame.line(style, place, low, place, high));
        labels.avoidLine(new Spot(place, low), new Spot(place, high), BAR_WEIGHT);
      }
    }
  }

  private void staircase(MarkSeries series) {
    List<Spot> spots = staircaseSpots(series);
    if (spots.isEmpty()) {
      return;
    }
    elements.add(PlotFrame.path("stairs " + series.style().cssClass(), spots));
    for (int i = 1; i < spots.size(); i++) {
      labels.avoidLine(spots.get(i - 1), spots.get(i), 1);
    }
  }

  /** The corners of the staircase: who may spend x gets y. It goes on to the right edge. */
  private List<Spot> staircaseSpots(MarkSeries series) {
    List<Spot> spots = new ArrayList<>();
    double height = Double.NaN;
    for (Mark mark : series.staircase()) {
      if (!spots.isEmpty()) {
        spots.add(new Spot(x.at(mark.x()), height));
      }
      height = y.at(mark.y());
      spots.add(new Spot(x.at(mark.x()), height));
    }
    if (!spots.isEmpty()) {
      spots.add(new Spot(INSIDE.right(), height));
    }
    return spots;
  }

  private void points(MarkSeries series) {
    for (Mark mark : series.marks()) {
      Spot spot = spot(mark);
      // A name beside another's mark would be read as that one's name.
      double reach = series.label().isEmpty() ? 3 * RADIUS : RADIUS;
      labels.mark(Box.around(spot.x(), spot.y(), RADIUS + 2));
      labels.avoid(Box.around(spot.x(), spot.y(), reach + 2));
      elements.add(
          shape(series.style(), spot)
              .with("class", "mark " + series.style().cssClass())
              .plus(Element.of("title", mark.tip())));
    }
  }

  private static Element shape(MarkSeries.Style style, Spot spot) {
    return switch (style) {
      case OURS -> circle(spot, RADIUS);
      case TREES ->
          Element.of("rect")
              .with("x", spot.x() - 3)
              .with("y", spot.y() - 3)
              .with("width", 6)
              .with("height", 6);
      case PUBLISHED ->
          PlotFrame.path(
              "",
              List.of(
                  new Spot(spot.x() - 5, spot.y()),
                  new Spot(spot.x(), spot.y() - 5),
                  new Spot(spot.x() + 5, spot.y()),
                  new Spot(spot.x(), spot.y() + 5),
                  new Spot(spot.x() - 5, spot.y())));
    };
  }

  private static Element circle(Spot spot, double radius) {
    return Element.of("circle").with("cx", spot.x()).with("cy", spot.y()).with("r", radius);
  }

  private void emphasise(Mark mark) {
    Spot spot = spot(mark);
    elements.add(circle(spot, 7).with("class", "ring"));
    labels.avoid(Box.around(spot.x(), spot.y(), 8));
    label(new Request("ours strong", "recommended", List.of(spot)));
  }

  private void names(MarkSeries series) {
    String style = series.style().cssClass();
    if (series.label().isEmpty()) {
      labels
          .placeAll(
              series.marks().stream()
                  .map(mark -> new Request(style, mark.name(), List.of(spot(mark))))
                  .toList())
          .forEach(placed -> elements.addAll(PlotFrame.label(placed)));
    } else {
      label(new Request(style, series.label(), anchors(series.staircase())));
    }
  }

  /** Some marks all along a staircase: of many, as many as a reader could tell apart. */
  private List<Spot> anchors(List<Mark> stairs) {
    int step = 1 + stairs.size() / MOST_ANCHORS;
    return IntStream.range(0, stairs.size())
        .filter(i -> i % step == 0)
        .mapToObj(i -> spot(stairs.get(i)))
        .toList();
  }

  /** Where there is no room at all, the mark keeps its tip and the table its row. */
  private void label(Request request) {
    labels.place(request).ifPresent(placed -> elements.addAll(PlotFrame.label(placed)));
  }

  private Spot spot(Mark mark) {
    return new Spot(x.at(mark.x()), y.at(mark.y()));
  }
}
