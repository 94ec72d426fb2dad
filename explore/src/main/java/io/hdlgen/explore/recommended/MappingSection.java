package io.hdlgen.explore.recommended;

import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the circuit takes as it was drawn, and as Yosys and ABC make it of its Verilog. */
final class MappingSection {
  private final PrintedCost drawn;
  private final PrintedCircuit mapped;
  private final List<?> tried;

  MappingSection(Evidence evidence) {
    this.drawn = evidence.point().cost();
    this.mapped = evidence.design().circuit();
    this.tried = (List<?>) evidence.synthesis().getOrDefault("mappings", List.of());
  }

  ReportSection section() {
    List<DataTable.Row> rows = new ArrayList<>();
    rows.add(
        DataTable.Row.of(
            "as drawn, gate by gate",
            NumberText.count(drawn.gates()),
            NumberText.amount(drawn.areaCm2()),
            NumberText.amount(drawn.staticPowerMw()),
            NumberText.amount(drawn.criticalPathMs())));
    rows.add(
        new DataTable.Row(
            List.of(
                "as mapped by synth (" + mapped.mapping().name() + ")",
                NumberText.count(mapped.netlist().gates().size()),
                NumberText.amount(mapped.netlist().areaCm2()),
                NumberText.amount(mapped.power().staticMw()),
                NumberText.amount(mapped.path().ms())),
            true));
    for (Object each : tried) {
      Map<?, ?> mapping = (Map<?, ?>) each;
      if (!mapped.mapping().name().equals(mapping.get("name"))) {
        rows.add(row(mapping));
      }
    }
    return new ReportSection(
        "As drawn, and as mapped",
        List.of(
            new DataTable(
                "Classifier without converters, power over the training rows",
                List.of(
                    DataTable.Column.text("netlist"),
                    DataTable.Column.number("gates"),
                    DataTable.Column.number("cm\u00b2"),
                    DataTable.Column.number("static mW"),
                    DataTable.Column.number("delay ms")),
                rows),
            new Prose(sentence())));
  }

  private static DataTable.Row row(Map<?, ?> mapping) {
    return DataTable.Row.of(
        "tried by synth: " + mapping.get("name"),
        NumberText.count(((Number) mapping.get("gates")).longValue()),
        NumberText.amount(((Number) mapping.get("areaCm2")).doubleValue()),
        NumberText.amount(((Number) mapping.get("staticPowerMw")).doubleValue()),
        NumberText.amount(((Number) mapping.get("criticalPathMs")).doubleValue()));
  }

  private String sentence() {
    double own = drawn.areaCm2();
    double other = mapped.netlist().areaCm2();
    String text =
        "The figures of the front are those of the netlist as drawn, of this and the following"
            + " sections those of the netlist that synth made of the Verilog, which was verified.";
    if (Math.abs(other - own) < 1e-9) {
      return text + " Both take the same area.";
    }
    return own == 0
        ? text
        : text
            + String.format(
                Locale.ROOT,
                " That takes %.1f %% %s area.",
                100 * Math.abs(other / own - 1),
                other > own ? "more" : "less");
  }
}
