package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Yosys, nextpnr-ice40 and icepack. */
final class Ice40 implements ToolChain {
  private static final String PINS = "board.pcf";
  private static final String PLACED = "board.asc";

  @Override
  public BuildPlan plan(Fpga fpga, Sources sources) {
    String device = fpga.device().startsWith("up") ? "u" : fpga.device().substring(0, 2);
    String script = YosysScript.of(sources, "synth_ice40 -dsp -device " + device, List.of());
    if (sources.board().isEmpty()) {
      return YosysScript.plan(sources, script, Map.of(), List.of());
    }
    BuildStep place =
        Nextpnr.step(
            "nextpnr-ice40",
            sources,
            PLACED,
            List.of(
                "--" + fpga.device(),
                "--package",
                fpga.packaging(),
                "--pcf",
                PINS,
                "--asc",
                PLACED));
    String bitstream = bitstream(sources.top()).orElseThrow();
    BuildStep pack =
        new BuildStep(
            "writing the bitstream",
            "icepack",
            List.of(PLACED, bitstream),
            "icepack.log",
            List.of(bitstream));
    return YosysScript.plan(
        sources, script, Map.of(PINS, fpga.constraints()), List.of(place, pack));
  }

  @Override
  public Optional<String> bitstream(String top) {
    return Optional.of(top + ".bin");
  }
}
