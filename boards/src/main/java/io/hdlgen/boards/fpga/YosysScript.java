package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The synthesis that all families share. Where there is a board around the core, the core keeps its
 * boundary until its cells are chosen, so that the netlist of the core that is written, verified
 * and counted is the very one within the bitstream; then all becomes one for the placer.
 */
final class YosysScript {
  private final List<String> lines = new ArrayList<>();

  private YosysScript() {}

  /**
   * @param synthesis Yosys's command for the family, without {@code -top}
   * @param placed what prepares the whole for the placer, behind flattening
   */
  static String of(Sources sources, String synthesis, List<String> placed) {
    YosysScript script = new YosysScript();
    sources.verilog().keySet().forEach(name -> script.add("read_verilog rtl/" + name));
    script.add("hierarchy -check -top " + sources.top());
    if (sources.board().isPresent()) {
      script.add("setattr -mod -set keep_hierarchy 1 " + sources.core());
    }
    script.add(synthesis + " -top " + sources.top());
    script.add("check -assert");
    if (sources.board().isPresent()) {
      script.add("design -save mapped");
      script.add("hierarchy -top " + sources.core());
    }
    script.add("write_verilog -noattr " + SynthesisFiles.NETLIST);
    script.add("write_json " + SynthesisFiles.NETLIST_JSON);
    if (sources.board().isPresent()) {
      script.add("design -load mapped");
      script.add("setattr -mod -unset keep_hierarchy " + sources.core());
      script.add("flatten");
      placed.forEach(script::add);
      script.add("opt_clean -purge");
      script.add("write_json " + SynthesisFiles.BOARD_JSON);
    }
    return String.join("\n", script.lines) + "\n";
  }

  private void add(String line) {
    lines.add(line);
  }

  /** The step that runs the script. */
  private static BuildStep step(Sources sources, String since) {
    List<String> products =
        new ArrayList<>(List.of(SynthesisFiles.NETLIST, SynthesisFiles.NETLIST_JSON));
    sources.board().ifPresent(board -> products.add(SynthesisFiles.BOARD_JSON));
    return new BuildStep(
        "synthesizing",
        "yosys",
        since,
        List.of("-s", SynthesisFiles.SCRIPT),
        "yosys.log",
        products);
  }

  /** As the other, for any version of Yosys. */
  static BuildPlan plan(
      Sources sources, String script, Map<String, String> more, List<BuildStep> further) {
    return plan(sources, script, "", more, further);
  }

  /**
   * The plan: the Verilog, the script and further files; the synthesis and further steps.
   *
   * @param since the oldest version of Yosys that will do
   */
  static BuildPlan plan(
      Sources sources,
      String script,
      String since,
      Map<String, String> more,
      List<BuildStep> further) {
    Map<String, String> files = new LinkedHashMap<>(more);
    sources.verilog().forEach((name, text) -> files.put(Sources.FOLDER + "/" + name, text));
    files.put(SynthesisFiles.SCRIPT, script);
    List<BuildStep> steps = new ArrayList<>(List.of(step(sources, since)));
    steps.addAll(further);
    return new BuildPlan(files, steps);
  }
}
