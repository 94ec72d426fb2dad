package io.hdlgen.explore.report.plot;

import io.hdlgen.explore.report.markup.Element;
import io.hdlgen.explore.report.plot.LabelPlacer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Up to four lines, such as accuracy against the density of defects.
 *
 * @param title for those who cannot see it
 * @param xTitle quantity and unit along the bottom; x is 0 or more
 * @param curves the lines; colours and dashes differ
 */
public record CurvePlot(String title, String xTitle, List<Curve> curves) {
  private static final Box INSIDE = PlotFrame.INSIDE;

  /** More lines than these cannot be told apart. */
  public static final int MOST_CURVES = 4;

  public CurvePlot {
    curves = List.copyOf(curves);
    if (curves.isEmpty() || curves.size() > MOST_CURVES) {
      throw new IllegalArgumentException(curves.size() + " curves");
    }
  }

  /** The plot as SVG. */
  public Element svg() {
    Axis x = Axis.ofAmounts(marks().map(Mark::x).toList(), INSIDE.left(), INSIDE.right());
    Axis y = upwards();
    List<Element> elements = new ArrayList<>(PlotFrame.axes(x, y, xTitle));
    LabelPlacer labels = new LabelPlacer(INSIDE);
    for (int i = 0; i < curves.size(); i++) {
      band(curves.get(i), x, y, "band curve" + i, elements);
    }
    for (int i = 0; i < curves.size(); i++) {
      List<Spot> spots = spots(curves.get(i), x, y);
      elements.add(PlotFrame.path("line curve" + i, spots));
      for (int k = 1; k < spots.size(); k++) {
        labels.avoidLine(spots.get(k - 1), spots.get(k), 1);
      }
    }
    for (int i = 0; i < curves.size(); i++) {
      labels
          .place(new Request("curve" + i, curves.get(i).name(), spots(curves.get(i), x, y)))
          .ifPresent(placed -> elements.addAll(PlotFrame.label(placed)));
    }
    return PlotFrame.svg(title).plus(elements);
  }

  private Stream<Mark> marks() {
    return curves.stream().flatMap(curve -> curve.marks().stream());
  }

  private Axis upwards() {
    double[] heights =
        marks()
            .flatMap(
                mark ->
                    Stream.concat(
                        Stream.of(mark.y()),
                        mark.interval().stream()
                            .flatMap(range -> Stream.of(range.low(), range.high()))))
            .mapToDouble(value -> value)
            .sorted()
            .toArray();
    double low = heights[0];
    double high = heights[heights.length - 1];
    double margin = 0.06 * Math.max(high - low, 0.02);
    double top = high <= 1 ? Math.min(1.004, high + margin) : high + margin;
    return Axis.linear(
        low >= 0 ? Math.max(0, low - margin) : low - margin, top, INSIDE.bottom(), INSIDE.top());
  }

  private static List<Spot> spots(Curve curve, Axis x, Axis y) {
    return curve.marks().stream().map(mark -> new Spot(x.at(mark.x()), y.at(mark.y()))).toList();
  }

  private static void band(Curve curve, Axis x, Axis y, String style, List<Element> elements) {
    List<Spot> outline = new ArrayList<>();
    List<Mark> banded = curve.marks().stream().filter(mark -> mark.interval().isPresent()).toList();
    for (Mark mark : banded) {
      outline.add(new Spot(x.at(mark.x()), y.at(mark.interval().orElseThrow().high())));
    }
    for (int i = banded.size() - 1; i >= 0; i--) {
      Mark mark = banded.get(i);
      outline.add(new Spot(x.at(mark.x()), y.at(mark.interval().orElseThrow().low())));
    }
    if (!outline.isEmpty()) {
      elements.add(PlotFrame.path(style, outline));
    }
  }
}
