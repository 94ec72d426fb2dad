package io.hdlgen.explore.report.plot;

import io.hdlgen.explore.report.markup.Element;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Axes, grid and titles that all plots share. */
final class PlotFrame {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 284;

  /** Where the values are drawn. */
  static final Box INSIDE = new Box(40, 8, 394, 242);

  private PlotFrame() {}

  /** An empty drawing. */
  static Element svg(String title) {
    return Element.of("svg")
        .with("viewBox", NumberText.coordinate(0) + " 0 " + (int) WIDTH + " " + (int) HEIGHT)
        .with("role", "img")
        .with("aria-label", title);
  }

  /** Grid lines with their values, and the title along the bottom. */
  static List<Element> axes(Axis x, Axis y, String xTitle) {
    List<Element> elements = new ArrayList<>();
    for (Axis.Tick tick : y.ticks()) {
      double height = y.at(tick.value());
      elements.add(line("grid", INSIDE.left(), height, INSIDE.right(), height));
      elements.add(text("tick end", tick.label(), INSIDE.left() - 5, height + 4));
    }
    double lastEnd = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : x.ticks()) {
      double place = x.at(tick.value());
      elements.add(
          line(tick.minor() ? "grid minor" : "grid", place, INSIDE.top(), place, INSIDE.bottom()));
      double half = LabelPlacer.width(tick.label()) / 2;
      if (!tick.minor() && place - half > lastEnd) {
        elements.add(text("tick middle", tick.label(), place, INSIDE.bottom() + 16));
        lastEnd = place + half;
      }
    }
    elements.add(line("axis", x.start(), INSIDE.bottom(), INSIDE.right(), INSIDE.bottom()));
    if (x.hasZero()) {
      elements.add(
          line("axis", INSIDE.left(), INSIDE.bottom(), INSIDE.left() + 18, INSIDE.bottom()));
    }
    String title = xTitle + (x.logarithmic() ? ", logarithmic" : "");
    elements.add(text("title end", title, INSIDE.right(), INSIDE.bottom() + 35));
    return elements;
  }

  static Element line(String style, double fromX, double fromY, double toX, double toY) {
    return Element.of("line")
        .with("class", style)
        .with("x1", fromX)
        .with("y1", fromY)
        .with("x2", toX)
        .with("y2", toY);
  }

  static Element text(String style, String text, double x, double y) {
    return Element.of("text", text).with("class", style).with("x", x).with("y", y);
  }

  /** A path through points. */
  static Element path(String style, List<Spot> spots) {
    return Element.of("path").with("class", style).with("d", data(spots));
  }

  static String data(List<Spot> spots) {
    StringBuilder data = new StringBuilder();
    for (Spot spot : spots) {
      data.append(data.length() == 0 ? "M" : "L")
          .append(NumberText.coordinate(spot.x()))
          .append(' ')
          .append(NumberText.coordinate(spot.y()));
    }
    return data.toString();
  }

  /** A label where it was placed, with a line to its point if that is far away. */
  static List<Element> label(LabelPlacer.Placed placed) {
    List<Element> elements = new ArrayList<>();
    Box box = placed.box();
    double middle = (box.left() + box.right()) / 2;
    if (placed.leader()) {
      Spot end = box.nearest(placed.anchor());
      elements.add(line("leader", end.x(), end.y(), placed.anchor().x(), placed.anchor().y()));
    }
    String style = "label middle " + placed.request().style();
    elements.add(text(style, placed.request().text(), middle, box.bottom() - 4));
    return elements;
  }
}
