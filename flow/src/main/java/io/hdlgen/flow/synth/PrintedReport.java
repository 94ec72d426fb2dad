package io.hdlgen.flow.synth;

import io.hdlgen.boards.printed.CellLibrary;
import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.PowerSource;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.flow.doctor.ToolStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A printed circuit, and what it takes.
 *
 * @param target its name
 * @param library the cells that it is made of
 * @param objective what was to be small
 * @param best the circuit that is kept
 * @param tried all circuits, in the order of their mappings
 * @param rows number of rows that the power is averaged over
 * @param origin of these rows
 * @param seconds wall time
 * @param tools what ran
 */
record PrintedReport(
    String target,
    CellLibrary library,
    PrintedCircuit.Objective objective,
    PrintedCircuit best,
    List<PrintedCircuit> tried,
    int rows,
    String origin,
    double seconds,
    List<ToolStatus> tools) {
  private static final int DIGITS = 6;

  PrintedReport {
    tried = List.copyOf(tried);
    tools = List.copyOf(tools);
  }

  /** The keys of {@code report.json} but for format and version. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("target", target);
    object.put("library", library.name());
    object.put("supplyVolts", library.supplyVolts());
    object.put("objective", objective.name().toLowerCase(Locale.ROOT));
    object.put("mapping", best.mapping().name());
    object.put("areaCm2", rounded(best.netlist().areaCm2()));
    object.put("gates", best.netlist().gates().size());
    object.put("cells", best.netlist().cells());
    object.put("staticPowerMw", rounded(best.power().staticMw()));
    object.put("dynamicPowerMw", rounded(best.power().dynamicMw()));
    object.put("powerRows", rows);
    object.put("powerRowsFrom", origin);
    object.put("criticalPathMs", rounded(best.path().ms()));
    object.put("criticalPathLowMs", rounded(best.path().lowMs()));
    object.put("criticalPathHighMs", rounded(best.path().highMs()));
    object.put("adcComparators", best.converters().comparators());
    object.put("adcOrGates", best.converters().orGates());
    object.put("adcAreaCm2", best.converterAreaCm2().map(PrintedReport::rounded).orElse(null));
    object.put("adcPowerMw", best.converterPowerMw().map(PrintedReport::rounded).orElse(null));
    object.put("totalPowerMw", rounded(best.totalPowerMw()));
    object.put("batteries", batteries());
    object.put("harvesters", harvesters());
    object.put("mappings", tried.stream().map(PrintedReport::mapping).toList());
    object.put("seconds", Math.round(seconds * 10) / 10.0);
    object.put("tools", ToolVersions.of(tools));
    return object;
  }

  private Map<String, Object> batteries() {
    Map<String, Object> batteries = new LinkedHashMap<>();
    for (PowerSource.Battery battery : PowerSource.BATTERIES) {
      Map<String, Object> verdict = new LinkedHashMap<>();
      verdict.put("budgetMw", battery.budgetMw());
      // Without its converters a circuit's power says only what cannot feed it.
      verdict.put(
          "feeds",
          converted() || !battery.feeds(best.totalPowerMw())
              ? (Object) battery.feeds(best.totalPowerMw())
              : null);
      batteries.put(battery.key(), verdict);
    }
    return batteries;
  }

  private Map<String, Object> harvesters() {
    Map<String, Object> areas = new LinkedHashMap<>();
    PowerSource.HARVESTERS.forEach(
        source -> areas.put(source.key(), rounded(source.areaCm2(best.totalPowerMw()))));
    return areas;
  }

  private static Map<String, Object> mapping(PrintedCircuit circuit) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", circuit.mapping().name());
    object.put("description", circuit.mapping().description());
    object.put("gates", circuit.netlist().gates().size());
    object.put("areaCm2", rounded(circuit.netlist().areaCm2()));
    object.put("staticPowerMw", rounded(circuit.power().staticMw()));
    object.put("criticalPathMs", rounded(circuit.path().ms()));
    return object;
  }

  /** Lines for people. */
  List<String> lines() {
    return List.of(
        line(
            "area",
            "%.3f cm2, %,d gates of %s at %s V",
            best.netlist().areaCm2(),
            best.netlist().gates().size(),
            library.name(),
            Double.toString(library.supplyVolts())),
        line(
            "power",
            "%.3f mW static over %,d rows (%s), %.3f mW dynamic at 5 Hz",
            best.power().staticMw(),
            rows,
            origin,
            best.power().dynamicMw()),
        line(
            "delay",
            "%.3g ms, give or take 30 %%: %.3g to %.3g",
            best.path().ms(),
            best.path().lowMs(),
            best.path().highMs()),
        converters(),
        line("feeds", "%s", verdict()),
        line("mapping", "%s", mappings()));
  }

  private String converters() {
    FrontEnd.Parts parts = best.converters();
    Optional<Double> area = best.converterAreaCm2();
    return area.isEmpty()
        ? line("inputs", "converters not counted: none are published for this technology")
        : line(
            "inputs",
            "%.3f cm2 and %.3f mW of converters: %,d comparators, %,d OR gates",
            area.get(),
            best.converterPowerMw().orElseThrow(),
            parts.comparators(),
            parts.orGates());
  }

  private String verdict() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                converted() ? "%.2f mW in all:" : "%.2f mW without converters:",
                best.totalPowerMw()));
    for (PowerSource.Battery battery : PowerSource.BATTERIES) {
      text.append(
          String.format(
              Locale.ROOT,
              " %s (%.0f mW) %s,",
              battery.name(),
              battery.budgetMw(),
              feeds(battery)));
    }
    PowerSource.Harvester sun = PowerSource.HARVESTERS.get(0);
    return text.append(
            String.format(
                Locale.ROOT,
                " or a printed solar cell of %.0f cm2 at %d lx",
                Math.ceil(sun.areaCm2(best.totalPowerMw())),
                sun.lux()))
        .toString();
  }

  private String feeds(PowerSource.Battery battery) {
    if (!battery.feeds(best.totalPowerMw())) {
      return "no";
    }
    return converted() ? "yes" : "perhaps";
  }

  /** Whether the power contains that of the converters. */
  private boolean converted() {
    return best.converterAreaCm2().isPresent();
  }

  private String mappings() {
    StringBuilder text = new StringBuilder();
    for (PrintedCircuit circuit : tried) {
      text.append(text.length() == 0 ? "" : "; ");
      text.append(
          String.format(
              Locale.ROOT,
              "%s%s %.3f cm2 %.3f mW",
              circuit.mapping().name(),
              circuit == best ? " (kept)" : "",
              circuit.netlist().areaCm2(),
              circuit.power().staticMw()));
    }
    return text.toString();
  }

  private static String line(String name, String format, Object... values) {
    return String.format(Locale.ROOT, "%-9s " + format, prepend(name, values));
  }

  private static Object[] prepend(String name, Object[] values) {
    Object[] all = new Object[values.length + 1];
    all[0] = name;
    System.arraycopy(values, 0, all, 1, values.length);
    return all;
  }

  private static double rounded(double value) {
    double unit = Math.pow(10, DIGITS);
    return Math.round(value * unit) / unit;
  }
}
