package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A netlist of technology cells that synthesis left behind. */
public final class MappedNetlist {
  private static final String SPLIT = "mapped.v";
  private static final String MODELS = "cells.v";

  private final Path source;
  private final String top;
  private final Yosys yosys;
  private final CellNetlist cells;
  private final Map<String, Boolean> outputs = new LinkedHashMap<>();

  private MappedNetlist(Path source, String top, Yosys yosys, CellNetlist cells) {
    this.source = source;
    this.top = top;
    this.yosys = yosys;
    this.cells = cells;
  }

  /**
   * Reads a netlist with Yosys.
   *
   * @param source Verilog of one module, all its instances being cells
   * @param models Verilog of the cells' models; where there is none or it lacks cells, ours
   * @param design what was synthesized
   * @param folder for files that are needed as long as this object
   * @throws InvalidInputException if it cannot be read, has other ports than the design, or holds a
   *     cell that no model is known of
   * @throws ToolException if Yosys is missing
   */
  public static MappedNetlist read(
      Path source, Path models, Netlist design, String yosysProgram, Path folder) {
    String top = design.top().name();
    Yosys yosys = new Yosys(yosysProgram, folder);
    try {
      yosys.run(
          "read",
          List.of(
              "read_verilog " + Yosys.quote(source),
              "write_json mapped.json",
              // Vectors, bits of which depend on others, would look like loops to Verilator.
              "splitnets",
              "write_verilog -noattr " + SPLIT));
    } catch (ToolException e) {
      throw e.reason() == ToolException.Reason.REFUSED
          ? new InvalidInputException(
              source.toString(), e.getMessage(), "a netlist that hdlgen synth wrote", e)
          : e;
    }
    try {
      Map<String, CellNetlist> modules = YosysJson.read(folder.resolve("mapped.json"));
      if (!modules.containsKey(top)) {
        throw new InvalidInputException(
            source.toString(),
            "modules " + String.join(", ", modules.keySet()),
            "the module " + top + "; run hdlgen synth again");
      }
      PortCheck.check(source.toString(), modules.get(top), design);
      MappedNetlist netlist = new MappedNetlist(source, top, yosys, modules.get(top));
      netlist.chooseModels(models);
      return netlist;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what Yosys wrote: " + e.getMessage(), e);
    }
  }

  private void chooseModels(Path given) throws IOException {
    Map<String, Set<String>> ports = new TreeMap<>();
    for (CellNetlist.Cell cell : cells.cells()) {
      ports
          .computeIfAbsent(cell.type(), type -> new TreeSet<>())
          .addAll(cell.connections().keySet());
    }
    String text = CellModels.closest(ports);
    if (!CellModels.missing(text, ports).isEmpty() && Files.isRegularFile(given)) {
      text = Files.readString(given);
    }
    Set<String> unknown = CellModels.missing(text, ports);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      long count = cells.cells().stream().filter(cell -> cell.type().equals(first)).count();
      throw new InvalidInputException(
          source.toString(),
          count + (count == 1 ? " cell " : " cells ") + first + ", which no model is known of",
          "cells of "
              + String.join(", ", CellModels.families())
              + ", or a model of it in "
              + given);
    }
    Files.writeString(yosys.folder().resolve(MODELS), text);
  }

  /** Files with which Verilator can simulate it: each vector in single bits, and the models. */
  public List<Path> simulationFiles() {
    return List.of(yosys.folder().resolve(SPLIT), yosys.folder().resolve(MODELS));
  }

  /** Number of cells. */
  public int size() {
    return cells.cells().size();
  }

  /** The logic of it, for a proof. */
  FlatNetlist logic() throws IOException {
    directions();
    CellTemplates templates = new CellTemplates(cells, outputs);
    Files.writeString(yosys.folder().resolve("templates.v"), templates.verilog());
    yosys.run(
        "templates",
        List.of(
            "read_verilog " + MODELS,
            "read_verilog templates.v",
            "hierarchy -check -top hdlgen_cells",
            "proc",
            "flatten",
            "memory_collect",
            "opt_expr",
            "opt_clean",
            "techmap",
            "opt_expr",
            "aigmap",
            "opt_clean",
            "write_json templates.json"));
    Map<String, CellNetlist> modules = YosysJson.read(yosys.folder().resolve("templates.json"));
    Map<String, CellNetlist> byKey = new LinkedHashMap<>();
    List<String> keys = templates.keys();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i), modules.get(CellTemplates.module(i)));
    }
    return new FlatNetlist(cells, byKey);
  }

  /** Which ports of the cells are outputs. */
  private void directions() throws IOException {
    yosys.run("ports", List.of("read_verilog -lib " + MODELS, "write_json ports.json"));
    YosysJson.read(yosys.folder().resolve("ports.json"))
        .forEach(
            (type, module) ->
                module
                    .ports()
                    .forEach((name, port) -> outputs.put(type + "." + name, !port.input())));
  }

  /** The logic of the Verilog that was synthesized, for a proof. */
  FlatNetlist logicOf(List<Path> verilog) throws IOException {
    List<String> script = new ArrayList<>();
    verilog.forEach(file -> script.add("read_verilog " + Yosys.quote(file)));
    script.addAll(
        List.of(
            "hierarchy -check -top " + top,
            "proc",
            "flatten",
            "memory_collect",
            "opt_expr",
            "opt_clean",
            "techmap",
            "opt_expr",
            "aigmap",
            "opt_clean",
            "write_json verilog.json"));
    yosys.run("verilog", script);
    return new FlatNetlist(
        YosysJson.read(yosys.folder().resolve("verilog.json")).get(top), Map.of());
  }

  /**
   * Proves block by block that it does what the Verilog does.
   *
   * @param verilog the files that were synthesized
   * @param netlist what they were emitted from
   * @param abc name or path of ABC
   * @param seconds for the blocks; reading comes on top
   * @param seed of the simulated stimuli
   * @throws UnsupportedNetlistException if it holds what the proof does not understand
   * @throws ToolException if a tool is missing or fails
   */
  public ProofResult prove(
      List<Path> verilog, Netlist netlist, String abc, double seconds, long seed) {
    try {
      FlatNetlist mapped = logic();
      return new EquivalenceProof(
              logicOf(verilog), mapped, netlist, new Abc(abc, yosys.folder()), seconds, seed)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what Yosys wrote: " + e.getMessage(), e);
    }
  }
}
