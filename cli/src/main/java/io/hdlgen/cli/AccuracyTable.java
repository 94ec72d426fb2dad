package io.hdlgen.cli;

import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How right a network is on some tables, a line each, for people. */
final class AccuracyTable {
  private final TextTable table = new TextTable();

  /**
   * A table without rows.
   *
   * @param floating headings of what is told of the float network
   */
  AccuracyTable(List<String> floating) {
    List<String> heading =
        new ArrayList<>(List.of("accuracy", "rows", "right", "95 % interval", "balanced"));
    heading.addAll(floating);
    table.add(heading);
  }

  /**
   * Adds a row.
   *
   * @param part what it was measured on
   * @param balanced accuracy, as text
   * @param floating what is told of the float network, as many as its headings
   */
  void add(String part, Proportion right, String balanced, List<String> floating) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                part,
                String.format(Locale.ROOT, "%,d", right.total()),
                SummaryLines.percent(right.value()),
                interval(right.interval()),
                balanced));
    cells.addAll(floating);
    table.add(cells);
  }

  List<String> lines() {
    return table.lines();
  }

  private static String interval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, "%.2f to %.2f %%", 100 * interval.low(), 100 * interval.high());
  }
}
