package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Yosys, nextpnr-ecp5 and ecppack. */
final class Ecp5 implements ToolChain {
  private static final String PINS = "board.lpf";
  private static final String PLACED = "board.config";

  @Override
  public BuildPlan plan(Fpga fpga, Sources sources) {
    String script = YosysScript.of(sources, "synth_ecp5", List.of());
    if (sources.board().isEmpty()) {
      return YosysScript.plan(sources, script, Map.of(), List.of());
    }
    BuildStep place =
        Nextpnr.step(
            "nextpnr-ecp5",
            sources,
            PLACED,
            List.of(
                "--" + fpga.device(),
                "--package",
                fpga.packaging(),
                "--speed",
                "6",
                "--lpf",
                PINS,
                "--textcfg",
                PLACED,
                // The usual one takes hours where a third of the device is used.
                "--router",
                "router2"));
    String bitstream = bitstream(sources.top()).orElseThrow();
    BuildStep pack =
        new BuildStep(
            "writing the bitstream",
            "ecppack",
            List.of("--compress", PLACED, bitstream),
            "ecppack.log",
            List.of(bitstream));
    return YosysScript.plan(
        sources, script, Map.of(PINS, fpga.constraints()), List.of(place, pack));
  }

  @Override
  public Optional<String> bitstream(String top) {
    return Optional.of(top + ".bit");
  }
}
