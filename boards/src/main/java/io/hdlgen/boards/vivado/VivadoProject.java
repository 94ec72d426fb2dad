package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.dma.DmaAdapter;
import io.hdlgen.hdl.emit.VerilogFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that Vivado and the processor beside the logic need of a design, as texts.
 *
 * <p>Nothing here is run: no tool reads these files before the user's Vivado does. docs/vivado.md
 * says how to go on with them, and how they are checked.
 */
public final class VivadoProject {
  private VivadoProject() {}

  /**
   * The files, each with its path relative to a folder in which {@code rtl/} holds the design's
   * Verilog; the same arguments give the same bytes.
   *
   * <ul>
   *   <li>{@code vivado/synth_ooc.tcl}, {@code vivado/ooc.xdc}: the design alone, for each design;
   *   <li>{@code ip/<core>/component.xml}: packaged cores, and the adapter's Verilog, for designs
   *       with a clock; {@code vivado/package_ip.tcl} packages them anew;
   *   <li>{@code vivado/block_design.tcl}, {@code vivado/board.xdc}: the design in a system;
   *   <li>{@code host/}: programs for the processor, or for Vivado's hardware manager.
   * </ul>
   */
  public static Map<String, String> files(VivadoBoard board, VivadoDesign design) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("vivado/synth_ooc.tcl", SynthesisScript.script(design, board));
    files.put("vivado/ooc.xdc", SynthesisScript.constraints(design));
    if (!design.hasClock()) {
      return files;
    }
    List<PackagedCore> cores = cores(board, design, files);
    files.put("vivado/package_ip.tcl", PackageScript.of(design, board, cores));
    cores.forEach(core -> files.put(core.folder() + "component.xml", core.component(design)));
    files.put("vivado/block_design.tcl", BlockDesignScript.of(design, board));
    if (board.processor() == Processor.NONE) {
      files.put(
          "vivado/board.xdc",
          Header.tcl(design, "The pins of " + board.name() + ".") + board.clockConstraints());
      files.put("host/" + JtagDriver.name(design.signature()), JtagDriver.of(design, board));
    } else {
      files.put("host/" + PynqDriver.name(design.signature()), PynqDriver.of(design, board));
      if (!design.hasStreams()) {
        files.put("host/" + UioDriver.name(design.signature()), UioDriver.of(design, board));
      }
    }
    return files;
  }

  /** The cores; Verilog that is made here goes into {@code files}. */
  private static List<PackagedCore> cores(
      VivadoBoard board, VivadoDesign design, Map<String, String> files) {
    List<PackagedCore> cores = new ArrayList<>();
    cores.add(
        new PackagedCore(
            Core.of(design.signature()),
            design.rtlFiles().stream().map(file -> "rtl/" + file).toList()));
    if (design.hasStreams()) {
      VerilogFile verilog =
          DmaAdapter.verilog(design.adapter(), design.words(board), adapterHeader(design));
      Core core = Core.adapter(design.adapter(), design.words(board));
      PackagedCore adapter =
          new PackagedCore(core, List.of("ip/" + core.name() + "/" + verilog.name()));
      files.put(adapter.files().get(0), verilog.text());
      cores.add(adapter);
    }
    return cores;
  }

  private static List<String> adapterHeader(VivadoDesign design) {
    List<String> header = new ArrayList<>();
    header.add("Words of a direct memory access to beats of " + design.top() + ", and back.");
    header.addAll(design.header());
    return header;
  }
}
