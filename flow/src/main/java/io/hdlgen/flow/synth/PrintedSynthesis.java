package io.hdlgen.flow.synth;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.fpga.SynthesisFiles;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.boards.printed.LibertyReader;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedPlanner;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes a printed circuit of a combinational design, in several ways, and keeps the best. */
final class PrintedSynthesis {
  private static final String COMBINATIONAL = "--arch combinational";

  private final DesignFiles design;
  private final Target target;
  private final PrintedOptions options;
  private final PrintedTechnology technology;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param options with rows
   * @throws InvalidInputException if the design has a clock, or the user's library is not in order
   */
  PrintedSynthesis(DesignFiles design, Target target, PrintedOptions options, Progress progress) {
    this.design = design;
    this.target = target;
    this.options = options;
    this.progress = progress;
    Architecture architecture = design.signature().architecture();
    if (architecture != Architecture.COMBINATIONAL) {
      throw new InvalidInputException(
          design.folder().path().toString(),
          "a design of architecture " + architecture.name().toLowerCase(Locale.ROOT),
          "one without registers for " + target.name() + ": emit it with " + COMBINATIONAL);
    }
    PrintedTechnology own = target.printed().orElseThrow();
    technology =
        options
            .liberty()
            .map(file -> own.withLibrary(LibertyReader.read(text(file), file.toString())))
            .orElse(own);
  }

  /** What the user should know. */
  List<String> notes() {
    return notes;
  }

  /** Files and steps. */
  BuildPlan plan() {
    return PrintedPlanner.plan(
        design.signature().top(), design.verilog(), technology.library(), Mapping.all());
  }

  /**
   * Runs the tools in the draft's folder, which holds the plan's files, and leaves the best netlist
   * in the draft.
   *
   * @throws ToolException if one fails before there is a netlist; afterwards that is noted, as ABC
   *     gives up on some circuits, such as very small ones
   */
  PrintedReport run(BuildPlan plan, ToolBench bench, DesignDraft draft) {
    long begin = System.nanoTime();
    IntegerNetwork network = NetworkJson.read(design.folder().file(DesignFolder.NETWORK));
    InputRows rows = options.rows().orElseThrow();
    long[][] codes = rows.codes(network, design.options());
    List<PrintedCircuit> circuits = new ArrayList<>();
    List<Mapping> mappings = Mapping.all();
    List<String> failed = new ArrayList<>();
    for (int s = 0; s < plan.steps().size(); s++) {
      BuildStep step = plan.steps().get(s);
      try {
        bench.run(step, progress);
      } catch (ToolException e) {
        if (circuits.isEmpty() || e.reason() == ToolException.Reason.INTERRUPTED) {
          throw e;
        }
        if (e.reason() == ToolException.Reason.TIMED_OUT) {
          notes.add("Not all mappings were tried: " + e.getMessage());
          break;
        }
        failed.add(mappings.get(s - 1).name());
        continue;
      }
      if (s > 0) {
        circuits.add(circuit(mappings.get(s - 1), draft.folder(), codes));
      }
    }
    if (!failed.isEmpty()) {
      notes.add("Mappings that ABC gave up on are left out: " + String.join(", ", failed));
    }
    PrintedCircuit best =
        circuits.stream()
            .min(Comparator.comparingDouble(circuit -> circuit.cost(options.objective())))
            .orElseThrow();
    Path folder = draft.folder();
    draft.write(
        SynthesisFiles.NETLIST, text(folder.resolve(PrintedPlanner.verilog(best.mapping()))));
    draft.write(
        SynthesisFiles.NETLIST_JSON, text(folder.resolve(PrintedPlanner.json(best.mapping()))));
    if (rows.origin().equals("random")) {
      notes.add("The power is that of random inputs; --data takes rows as they will come");
    }
    return new PrintedReport(
        target.name(),
        technology.library(),
        options.objective(),
        best,
        circuits,
        codes.length,
        rows.origin(),
        (System.nanoTime() - begin) / 1e9,
        bench.tools());
  }

  private PrintedCircuit circuit(Mapping mapping, Path folder, long[][] codes) {
    String file = PrintedPlanner.json(mapping);
    GateNetlist netlist =
        GateNetlistReader.read(
            text(folder.resolve(file)), design.signature().top(), technology.library(), file);
    return PrintedCircuit.of(
        mapping,
        netlist,
        PortRows.of(netlist, design.signature(), codes),
        technology,
        design.signature().inputs().stream()
            .filter(field -> field.encoding() == Encoding.THERMOMETER)
            .map(Field::port)
            .collect(Collectors.toSet()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "no readable file (" + e.getMessage() + ")", "a text in UTF-8", e);
    }
  }
}
