package io.hdlgen.canids.design;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.canids.rtl.board.DetectorBridge;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.flow.synth.FpgaDesign;
import io.hdlgen.flow.synth.FpgaTools;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import io.hdlgen.flow.synth.SynthesisRun;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes a detector's design folder through the tools of a board, into {@code synth/TARGET}. */
public final class DetectorSynthesis {
  private DetectorSynthesis() {}

  /**
   * Runs the tools: up to a bitstream where they can, with the receiver on a pin for a transceiver;
   * else counts.
   *
   * @param request its target, else that of the core
   * @throws InvalidInputException if the folder is wrong, or the board has another clock
   * @throws io.hdlgen.flow.folder.OutputException if the results cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if a tool is missing or fails
   */
  public static SynthResult synth(SynthRequest request, Progress progress) {
    progress.stage("reading the design", 0);
    DesignFolder folder = DesignFolder.open(request.design());
    DetectorOptions options =
        DetectorOptions.read(
            folder.read(DesignFolder.OPTIONS), folder.file(DesignFolder.OPTIONS).toString());
    DesignFiles core = DesignFiles.read(folder.file(DetectorEmission.CORE));
    Target target =
        TargetCatalogue.builtIn().find(request.target().orElse(core.options().target()));
    Fpga fpga = target.fpga().orElseThrow(() -> noBoard(target));
    List<String> notes = new ArrayList<>();
    List<String> changed = folder.changed();
    if (!changed.isEmpty()) {
      notes.add("Changed since emit wrote them: " + String.join(", ", changed));
    }
    if (fpga.family().hasPlacement()) {
      options.bus().ifPresent(bus -> checkClock(bus, target.name(), fpga));
    }
    return FpgaTools.run(
        design(folder, options, core),
        target,
        SynthesisRun.of(
            request,
            target,
            "hdlgen can synth " + options.top() + " --target " + target.name(),
            ToolVersion.current()),
        notes,
        progress);
  }

  private static FpgaDesign design(DesignFolder folder, DetectorOptions options, DesignFiles core) {
    Netlist netlist =
        NetlistParser.parse(
            folder.read(DesignFolder.NETLIST), folder.file(DesignFolder.NETLIST).toString());
    SortedMap<String, String> verilog = new TreeMap<>();
    for (HdlModule module : netlist.modules()) {
      String name = module.name() + ".v";
      verilog.put(name, folder.read(DesignFolder.RTL + "/" + name));
    }
    return new FpgaDesign(
        folder,
        netlist,
        verilog,
        core.signature().architecture(),
        DetectorHardware.latencyCycles(core.signature()),
        core.options().clockMhz(),
        options.bus().map(bus -> (board, header) -> DetectorBridge.files(board, netlist, header)));
  }

  private static void checkClock(BusClock bus, String target, Fpga fpga) {
    if (bus.clockMhz() != fpga.clockMhz()) {
      throw new InvalidInputException(
          "the design's clock",
          bus.clockMhz() + " MHz",
          "the oscillator of %s, by can emit --clock-mhz %.0f".formatted(target, fpga.clockMhz()));
    }
  }

  private static InvalidInputException noBoard(Target target) {
    return new InvalidInputException(
        "--target",
        target.name() + ", which is no board",
        "one of "
            + TargetCatalogue.builtIn().targets().stream()
                .filter(other -> other.fpga().isPresent())
                .map(Target::name)
                .collect(Collectors.joining(", ")));
  }
}
