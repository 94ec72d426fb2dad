package io.hdlgen.flow.synth;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.CellCounts;
import io.hdlgen.boards.fpga.CellPlaces;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.fpga.Placement;
import io.hdlgen.boards.fpga.Sources;
import io.hdlgen.boards.fpga.SynthesisFiles;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.signature.Bus;
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
  private static final int IDENTITY_DIGITS = 16;

  private final DesignFiles design;
  private final Target target;
  private final Fpga fpga;
  private final String header;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param header line of comment at the top of generated files
   */
  FpgaSynthesis(DesignFiles design, Target target, String header, Progress progress) {
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
      if (design.signature().bus() == Bus.STREAM) {
        for (VerilogFile file : BoardTop.of(board(), design.signature()).files(List.of(header))) {
          verilog.put(file.name(), file.text());
        }
        board = Optional.of(BoardTop.NAME);
      } else {
        notes.add(
            "A design with registers for a processor has no top for a serial line: it is counted,"
                + " not placed");
      }
    }
    return new Sources(
        design.signature().top(),
        board,
        verilog,
        Math.max(fpga.clockMhz(), design.options().clockMhz()));
  }

  private BoardOptions board() {
    Fpga.SerialBoard serial = fpga.serial().orElseThrow();
    return new BoardOptions(
        Math.round(fpga.clockMhz() * 1e6),
        serial.baud(),
        BoardOptions.Reset.NONE,
        serial.leds(),
        serial.ledsLow(),
        Sha256.of(design.folder().read(DesignFolder.NETWORK)).substring(0, IDENTITY_DIGITS));
  }

  /**
   * Runs the tools in the draft's folder, which holds the plan's files.
   *
   * @throws ToolException if one fails
   */
  FpgaReport run(Sources sources, BuildPlan plan, ToolBench bench, Path folder) {
    long begin = System.nanoTime();
    for (BuildStep step : plan.steps()) {
      bench.run(step, progress);
      if (step == plan.steps().get(0)
          && !use(sources.top(), whole(sources), folder).fits(fpga.capacity())) {
        break;
      }
    }
    return report(sources, bench, folder, (System.nanoTime() - begin) / 1e9);
  }

  private static String whole(Sources sources) {
    return sources.board().isPresent() ? SynthesisFiles.BOARD_JSON : SynthesisFiles.NETLIST_JSON;
  }

  private FpgaReport report(Sources sources, ToolBench bench, Path folder, double seconds) {
    SortedMap<String, Long> cells = cells(sources.top(), folder.resolve(whole(sources)));
    Path placement = folder.resolve(SynthesisFiles.PLACEMENT);
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
        Files.exists(placement)
            ? Optional.of(Placement.read(read(placement), SynthesisFiles.PLACEMENT))
            : Optional.empty(),
        new CellPlaces(design.netlist()),
        design.signature().architecture(),
        bitstream,
        fpga.programmer(),
        fpga.clockMhz(),
        seconds,
        bench.tools());
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
