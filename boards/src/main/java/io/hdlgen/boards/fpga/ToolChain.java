package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import java.util.Optional;

/** How the tools of a family are run. */
interface ToolChain {
  BuildPlan plan(Fpga fpga, Sources sources);

  /** Name of the bitstream's file for a top module; empty if the tools write none. */
  Optional<String> bitstream(String top);
}
