package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Yosys, nextpnr-himbaechel and gowin_pack. */
final class Gowin implements ToolChain {
  private static final String PINS = "board.cst";
  private static final String PLACED = "placed.json";

  /** Older ones choose block RAMs that the placer does not know; tested with 0.70. */
  private static final String YOSYS = "0.45";

  @Override
  public BuildPlan plan(Fpga fpga, Sources sources) {
    String script =
        YosysScript.of(
            sources,
            "synth_gowin -noiopads",
            List.of("iopadmap -bits -inpad IBUF O:I -outpad OBUF I:O"));
    if (sources.board().isEmpty()) {
      return YosysScript.plan(sources, script, YOSYS, Map.of(), List.of());
    }
    BuildStep place =
        Nextpnr.step(
            "nextpnr-himbaechel",
            sources,
            PLACED,
            List.of(
                "--device",
                fpga.packaging(),
                "--vopt",
                "family=" + fpga.device(),
                "--vopt",
                "cst=" + PINS,
                "--write",
                PLACED));
    String bitstream = bitstream(sources.top()).orElseThrow();
    BuildStep pack =
        new BuildStep(
            "writing the bitstream",
            "gowin_pack",
            List.of("-d", fpga.device(), "-o", bitstream, PLACED),
            "gowin_pack.log",
            List.of(bitstream));
    return YosysScript.plan(
        sources, script, YOSYS, Map.of(PINS, fpga.constraints()), List.of(place, pack));
  }

  @Override
  public Optional<String> bitstream(String top) {
    return Optional.of(top + ".fs");
  }
}
