package io.hdlgen.explore.report.plot;

import io.hdlgen.explore.report.markup.Element;
import java.util.List;
import java.util.Optional;

/**
 * Qualities against costs: less is better along the bottom, more upwards.
 *
 * @param title for those who cannot see it
 * @param xTitle quantity and unit along the bottom
 * @param series from the back to the front
 * @param baseline a horizontal line to compare with
 * @param recommended the mark that is emphasised
 */
public record ScatterPlot(
    String title,
    String xTitle,
    List<MarkSeries> series,
    Optional<Baseline> baseline,
    Optional<Mark> recommended) {
  /**
   * A horizontal line.
   *
   * @param label beside it
   * @param value its height
   */
  public record Baseline(String label, double value) {}

  public ScatterPlot {
    series = List.copyOf(series);
  }

  /** The plot as SVG. */
  public Element svg() {
    return new ScatterDrawing(this).svg();
  }
}
