package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Yosys alone, for counts; placing is the vendor's.
 *
 * @param family what Yosys calls it
 */
record Xilinx(String family) implements ToolChain {
  @Override
  public BuildPlan plan(Fpga fpga, Sources sources) {
    String script =
        YosysScript.of(sources, "synth_xilinx -flatten -noiopad -family " + family, List.of());
    return YosysScript.plan(sources, script, Map.of(), List.of());
  }

  @Override
  public Optional<String> bitstream(String top) {
    return Optional.empty();
  }
}
