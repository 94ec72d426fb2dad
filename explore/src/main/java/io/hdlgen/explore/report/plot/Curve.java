package io.hdlgen.explore.report.plot;

import java.util.List;

/**
 * A line of a {@link CurvePlot}.
 *
 * @param name what it is called in the plot
 * @param marks by ascending x; intervals make a band
 */
public record Curve(String name, List<Mark> marks) {
  public Curve {
    marks = List.copyOf(marks);
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("a curve without points: " + name);
    }
  }
}
