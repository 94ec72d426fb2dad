package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.block.Prose;
import java.util.ArrayList;
import java.util.List;

/** What areas and powers of printed circuits do not contain. */
final class Exclusions {
  private Exclusions() {}

  static ReportSection section(Front front) {
    List<String> lines = new ArrayList<>();
    lines.add("Wires between gates: no area, no delay, no power.");
    lines.add("Pads, contacts and the substrate around the circuit.");
    lines.add(
        front.countsConverters()
            ? "Of converters, the resistor ladder and the voltage reference: only comparators, and"
                + " gates that encode their levels, are counted."
            : "Converters altogether: none are published for " + front.target() + ".");
    lines.add("The sensors and their amplifiers.");
    lines.add(
        "Dynamic power, which is 0.5 % of the whole or less at five inferences a second, and"
            + " regulators or storage between source and circuit.");
    lines.add(
        "Delays are given or taken 30 %; what printing varies beyond that is in no figure but those"
            + " of yield.");
    return new ReportSection(
        "What is not counted",
        List.of(
            new Prose("Areas and powers contain the cells of the circuit and nothing else. Not:"),
            new Lines(lines)));
  }
}
