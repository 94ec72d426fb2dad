package io.hdlgen.explore.report.plot;

import java.util.Optional;

/**
 * A point of a plot.
 *
 * @param x along the bottom
 * @param y upwards
 * @param interval of y, drawn as a thin bar
 * @param name for a label, where the series labels its marks
 * @param tip what a pointing device shows
 */
public record Mark(double x, double y, Optional<Range> interval, String name, String tip) {
  /**
   * A part of an axis.
   *
   * @param low the lower end
   * @param high the upper end
   */
  public record Range(double low, double high) {}
}
