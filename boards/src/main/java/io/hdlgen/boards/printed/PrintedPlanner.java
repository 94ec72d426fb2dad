package io.hdlgen.boards.printed;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans how Yosys and ABC make a circuit of printed cells, in several ways. */
public final class PrintedPlanner {
  /** Verilog models of the cells. */
  public static final String CELLS = "cells.v";

  /** What gates are called, with a number behind. */
  private static final String GATE = "gate";

  private static final String RTL = "rtl/";
  private static final String LOGIC = "logic.il";
  private static final String PREPARE = "prepare.ys";

  private PrintedPlanner() {}

  /** The netlist that a mapping leaves, as JSON. */
  public static String json(Mapping mapping) {
    return mapping.name() + ".json";
  }

  /** The netlist that a mapping leaves, as Verilog. */
  public static String verilog(Mapping mapping) {
    return mapping.name() + ".v";
  }

  /**
   * @param top the module that is made
   * @param verilog text by file name
   * @param mappings what is tried, each a step behind the first
   */
  public static BuildPlan plan(
      String top, Map<String, String> verilog, CellLibrary library, List<Mapping> mappings) {
    Map<String, String> files = new LinkedHashMap<>();
    List<BuildStep> steps = new ArrayList<>();
    StringBuilder prepare = new StringBuilder();
    verilog.forEach(
        (name, text) -> {
          files.put(RTL + name, text);
          prepare.append("read_verilog ").append(RTL).append(name).append('\n');
        });
    prepare.append("synth -flatten -noabc -top ").append(top).append('\n');
    prepare.append("opt_clean -purge\ncheck -assert\nwrite_rtlil ").append(LOGIC).append('\n');
    files.put(PREPARE, prepare.toString());
    steps.add(step("reading the design", PREPARE, "prepare.log", List.of(LOGIC)));
    for (Mapping mapping : mappings) {
      String genlib = mapping.name() + ".genlib";
      String script = mapping.name() + ".ys";
      files.put(genlib, Genlib.of(library, mapping.cost(), mapping.allowed()));
      files.put(script, script(mapping, genlib));
      steps.add(
          step(
              "mapping for " + mapping.description(),
              script,
              mapping.name() + ".log",
              List.of(verilog(mapping), json(mapping))));
    }
    files.put(CELLS, CellModels.of(library));
    return new BuildPlan(files, steps);
  }

  /** In an ABC command within Yosys, commas stand for blanks. */
  private static String script(Mapping mapping, String genlib) {
    String commands = String.join(";", mapping.commands()).replace(' ', ',');
    List<String> lines = new ArrayList<>(List.of("read_rtlil " + LOGIC));
    lines.addAll(mapping.before());
    lines.add("abc -genlib " + genlib + " -script +" + commands);
    lines.add("opt_clean -purge");
    // Else Verilog and JSON would each have names of their own.
    lines.add("rename -enumerate -pattern " + GATE + "% t:*");
    lines.add("write_verilog -noattr " + verilog(mapping));
    lines.add("write_json " + json(mapping));
    return String.join("\n", lines) + "\n";
  }

  private static BuildStep step(String doing, String script, String log, List<String> products) {
    return new BuildStep(doing, "yosys", List.of("-s", script), log, products);
  }
}
