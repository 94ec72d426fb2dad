package io.hdlgen.explore.approximate;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedPlanner;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PortRows;
import io.hdlgen.flow.synth.ToolBench;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has Yosys and ABC make cells of a network, once and for area, and measures them. */
final class CircuitMapper {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private final Target target;
  private final PrintedTechnology technology;
  private final LabelledRows rows;

  /**
   * @param target a printed one
   * @param rows over which power is averaged
   */
  CircuitMapper(Target target, LabelledRows rows) {
    this.target = target;
    this.technology = target.printed().orElseThrow();
    this.rows = rows;
  }

  /**
   * What the circuit of a network takes.
   *
   * @throws io.hdlgen.sim.tool.ToolException if Yosys is missing or fails
   */
  PrintedCost cost(IntegerNetwork network) {
    HardwareDesign design = CostEstimate.design(network, target);
    Mapping mapping = Mapping.all().get(1);
    Map<String, String> verilog = new LinkedHashMap<>();
    design.files().forEach(file -> verilog.put(file.name(), file.text()));
    String top = design.signature().top();
    BuildPlan plan = PrintedPlanner.plan(top, verilog, technology.library(), List.of(mapping));
    PrintedCircuit circuit;
    try {
      Path folder = Files.createTempDirectory("hdlgen-approximate");
      try {
        plan.files().forEach((name, text) -> OutputFile.write(folder.resolve(name), text));
        ToolBench bench = ToolBench.of(plan, folder, LIMIT);
        for (BuildStep step : plan.steps()) {
          bench.run(step, Progress.NONE);
        }
        String json = PrintedPlanner.json(mapping);
        GateNetlist netlist =
            GateNetlistReader.read(
                Files.readString(folder.resolve(json)), top, technology.library(), json);
        circuit = circuit(mapping, netlist, design, network);
      } finally {
        FileTree.delete(folder);
      }
    } catch (IOException e) {
      throw OutputException.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
    return PrintedCost.of(circuit);
  }

  private PrintedCircuit circuit(
      Mapping mapping, GateNetlist netlist, HardwareDesign design, IntegerNetwork network) {
    return PrintedCircuit.of(
        mapping,
        netlist,
        PortRows.of(netlist, design.signature(), rows.codes(network)),
        technology,
        design.signature().inputs().stream()
            .filter(field -> field.encoding() == Encoding.THERMOMETER)
            .map(Field::port)
            .collect(Collectors.toSet()));
  }
}
