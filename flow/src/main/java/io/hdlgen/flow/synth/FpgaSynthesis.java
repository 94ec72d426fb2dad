package io.hdlgen.flow.synth;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.CellCounts;
import io.hdlgen.boards.fpga.CellPlaces;
import io.hdlgen.boards.fpga.Fit;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.fpga.Placement;
import io.hdlgen.boards.fpga.Sources;
import io.hdlgen.boards.fpga.SynthesisFiles;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.serial.DesignIdentity;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes a design through the tools of an FPGA. */
final class FpgaSynthesis {
  private final FpgaDesign design;
  private final Target target;
  private final Fpga fpga;
  private final String header;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();
  private Optional<String> noRoom = Optional.empty();

  /**
   * @param header line of comment at the top of generated files
   */
  FpgaSynthesis(FpgaDesign design, Target target, String header, Progress progress) {
    this.design = design;
    this.target = target;
    this.fpga = target.fpga().orElseThrow();
    this.header = header;
    this.progress = progress;
  }

  /** What the user should know. */
  List<String> notes() {
    return notes;
  }

  /** What is synthesized: the core, and the board's top around it where the tools place. */
  Sources sources() {
    Map<String, String> verilog = new TreeMap<>(design.verilog());
    Optional<String> board = Optional.empty();
    if (fpga.family().hasPlacement() && fpga.serial().isPresent()) {
      if (design.board().isPresent()) {
        for (VerilogFile file : design.board().get().files(board(), List.of(header))) {
          verilog.put(file.name(), file.text());
        }
        board = Optional.of(BoardTop.NAME);
      } else {
        notes.add("The design has no top for a board: it is counted, not placed");
      }
    }
    return new Sources(design.top(), board, verilog, Math.max(fpga.clockMhz(), design.clockMhz()));
  }

  private BoardOptions board() {
    Fpga.SerialBoard serial = fpga.serial().orElseThrow();
    return new BoardOptions(
        Math.round(fpga.clockMhz() * 1e6),
        serial.baud(),
        BoardOptions.Reset.NONE,
        serial.leds(),
        serial.ledsLow(),
        DesignIdentity.of(design.folder()));
  }

  /**
   * Runs the tools in the draft's folder, which holds the plan's files.
   *
   * @throws ToolException if one fails
   */
  FpgaReport run(Sources sources, BuildPlan plan, ToolBench bench, Path folder) {
    long begin = System.nanoTime();
    warn();
    for (BuildStep step : plan.steps()) {
      try {
        bench.run(step, progress);
      } catch (ToolException e) {
        noRoom = noRoom(e);
        if (noRoom.isEmpty()) {
          throw e;
        }
        break;
      }
      if (step == plan.steps().get(0)
          && !use(sources.top(), whole(sources), folder).fits(fpga.capacity())) {
        break;
      }
    }
    return report(sources, bench, folder, (System.nanoTime() - begin) / 1e9);
  }

  /** What a placer says that has no place for a cell; empty if the failure is another one. */
  private static Optional<String> noRoom(ToolException failure) {
    String message = failure.getMessage();
    return message.contains("no BELs remaining") || message.contains("Unable to place cell")
        ? Optional.of(message.replaceFirst("^.*?: ERROR: ", ""))
        : Optional.empty();
  }

  /** Says before the tools run that a design is probably too large. */
  private void warn() {
    Estimators.of(target)
        .map(estimator -> (FpgaEstimate) estimator.estimate(design.netlist()))
        .flatMap(estimate -> Fit.of(estimate, fpga.capacity()).shortage())
        .ifPresent(
            shortage ->
                progress.note(
                    "The design is probably too large for %s: the estimate is %s"
                        .formatted(target.name(), shortage)));
  }

  private static String whole(Sources sources) {
    return sources.board().isPresent() ? SynthesisFiles.BOARD_JSON : SynthesisFiles.NETLIST_JSON;
  }

  private FpgaReport report(Sources sources, ToolBench bench, Path folder, double seconds) {
    SortedMap<String, Long> cells = cells(sources.top(), folder.resolve(whole(sources)));
    Path placement = folder.resolve(SynthesisFiles.PLACEMENT);
    Optional<Placement> placed =
        noRoom.isEmpty() && Files.exists(placement)
            ? Optional.of(Placement.read(read(placement), SynthesisFiles.PLACEMENT))
            : Optional.empty();
    Optional<String> bitstream =
        fpga.family().bitstream(sources).filter(name -> Files.exists(folder.resolve(name)));
    return new FpgaReport(
        target.name(),
        fpga.part(),
        fpga.capacity(),
        use(sources.core(), SynthesisFiles.NETLIST_JSON, folder),
        use(sources.top(), whole(sources), folder),
        fpga.family().cells().carries(cells),
        cells,
        placed,
        placed.flatMap(this::logic),
        noRoom,
        new CellPlaces(design.netlist()),
        design.architecture(),
        design.latencyCycles(),
        bitstream,
        fpga.programmer(),
        fpga.clockMhz(),
        seconds,
        bench.tools());
  }

  private Optional<Placement.Use> logic(Placement placed) {
    return fpga.family().logicSite().map(placed.sites()::get);
  }

  private Capacity use(String module, String file, Path folder) {
    return fpga.family().cells().use(cells(module, folder.resolve(file)), file);
  }

  private static SortedMap<String, Long> cells(String module, Path netlist) {
    try (Reader text = Files.newBufferedReader(netlist, StandardCharsets.UTF_8)) {
      return CellCounts.of(text, module, netlist.getFileName().toString());
    } catch (IOException e) {
      throw new ToolReportException(netlist.getFileName().toString(), e.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ToolReportException(file.getFileName().toString(), e.getMessage());
    }
  }
}
