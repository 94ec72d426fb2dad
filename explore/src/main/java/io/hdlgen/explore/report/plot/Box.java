package io.hdlgen.explore.report.plot;

/** A rectangle of a drawing, y downwards. */
record Box(double left, double top, double right, double bottom) {
  /** The area that both cover. */
  double overlap(Box other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
  }

  /** Whether no part of it is outside of the other. */
  boolean within(Box other) {
    return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
  }

  /** The point of it that is next to another. */
  Spot nearest(Spot spot) {
    return new Spot(
        Math.max(left, Math.min(right, spot.x())), Math.max(top, Math.min(bottom, spot.y())));
  }

  /** A square around a point. */
  static Box around(double x, double y, double radius) {
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }
}
