package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.quantizer.metrics.ClassMetrics;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.ArrayList;
import java.util.List;

/**
 * A confusion matrix, shaded by the share of each row.
 *
 * @param caption of which classifier and rows
 * @param metrics the counts
 */
public record Confusion(String caption, ClassificationMetrics metrics) implements Block {
  /** The darkest shade still lets dark and light letters be read. */
  private static final double DARKEST = 0.55;

  @Override
  public Element html() {
    List<Element> rows = new ArrayList<>();
    for (int actual = 0; actual < metrics.perClass().size(); actual++) {
      rows.add(row(actual));
    }
    Element table =
        Element.of(
            "table",
            Element.of("caption", caption),
            Element.of("thead", heading()),
            Element.of("tbody", rows));
    return Element.of("div", table.with("class", "confusion"))
        .with("class", "table")
        .with("tabindex", "0");
  }

  private Element heading() {
    List<Element> cells = new ArrayList<>();
    cells.add(Element.of("th", "is \u2193   called \u2192").with("scope", "col"));
    for (ClassMetrics each : metrics.perClass()) {
      cells.add(Element.of("th", each.name()).with("scope", "col").with("class", "number"));
    }
    cells.add(Element.of("th", "recall").with("scope", "col").with("class", "number starts"));
    return Element.of("tr", cells);
  }

  private Element row(int actual) {
    ClassMetrics of = metrics.perClass().get(actual);
    List<Element> cells = new ArrayList<>();
    cells.add(Element.of("th", of.name()).with("scope", "row"));
    for (int predicted = 0; predicted < metrics.perClass().size(); predicted++) {
      long count = metrics.confusion().row(actual).get(predicted);
      String style = actual == predicted ? "number right" : "number wrong";
      Element cell = Element.of("td", NumberText.count(count)).with("class", style);
      cells.add(count == 0 ? cell : cell.with("style", shade((double) count / of.actual())));
    }
    String recall = of.actual() == 0 ? "no rows" : NumberText.fraction(of.recall());
    cells.add(Element.of("td", recall).with("class", "number starts"));
    return Element.of("tr", cells);
  }

  private static String shade(double share) {
    return "--share:" + NumberText.fraction(DARKEST * Math.sqrt(share));
  }
}
