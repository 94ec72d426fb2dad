package io.hdlgen.explore.report.plot;

import java.util.ArrayList;
import java.util.List;

/** A point of a drawing, y downwards. */
record Spot(double x, double y) {
  private static final double DOT_DISTANCE = 6;

  /** Small squares on the straight line from here to there, both ends included. */
  List<Box> dotsTo(Spot end) {
    double width = end.x - x;
    double height = end.y - y;
    int steps = 1 + (int) (Math.hypot(width, height) / DOT_DISTANCE);
    List<Box> dots = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      dots.add(Box.around(x + part * width, y + part * height, 1.5));
    }
    return dots;
  }
}
