package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildPlan;
import java.util.Optional;

/** FPGAs that the same tools make bitstreams for. */
public enum Family {
  /** Lattice iCE40: Yosys, nextpnr, IceStorm. */
  ICE40(new Ice40(), CellTypes.ICE40, "ICESTORM_LC"),
  /** Lattice ECP5: Yosys, nextpnr, Trellis. */
  ECP5(new Ecp5(), CellTypes.ECP5, "TRELLIS_COMB"),
  /** Gowin GW1N: Yosys, nextpnr, Apicula. */
  GOWIN(new Gowin(), CellTypes.GOWIN, ""),
  /** AMD 7 series: Yosys counts. */
  XILINX7(new Xilinx("xc7"), CellTypes.XILINX, ""),
  /** AMD UltraScale+: Yosys counts, with the carry chains of the 7 series. */
  XILINXUP(new Xilinx("xcup"), CellTypes.XILINX, "");

  private final ToolChain tools;
  private final CellTypes cells;
  private final String logicSite;

  Family(ToolChain tools, CellTypes cells, String logicSite) {
    this.tools = tools;
    this.cells = cells;
    this.logicSite = logicSite;
  }

  /**
   * What the placer calls the places of look-up tables, where one name covers all of them. It takes
   * more than synthesis counts: not every carry and flip-flop shares a place with its table.
   */
  public Optional<String> logicSite() {
    return logicSite.isEmpty() ? Optional.empty() : Optional.of(logicSite);
  }

  /** What runs to synthesize, and where the tools can, to place and to write a bitstream. */
  public BuildPlan plan(Fpga fpga, Sources sources) {
    return tools.plan(fpga, sources);
  }

  /** Whether the tools place and route, and write a bitstream. */
  public boolean hasPlacement() {
    return tools.bitstream("").isPresent();
  }

  /** The file that configures the device, if the tools write one. */
  public Optional<String> bitstream(Sources sources) {
    return tools.bitstream(sources.top());
  }

  /** What the cells of the family take. */
  public CellTypes cells() {
    return cells;
  }
}
