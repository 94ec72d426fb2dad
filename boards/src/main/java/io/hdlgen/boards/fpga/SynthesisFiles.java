package io.hdlgen.boards.fpga;

/** Names of files in a synthesis folder. */
public final class SynthesisFiles {
  /** Commands for Yosys. */
  public static final String SCRIPT = "synth.ys";

  /** The core in the cells of the technology, as Verilog. */
  public static final String NETLIST = "netlist.v";

  /** The core in the cells of the technology, as Yosys writes JSON. */
  public static final String NETLIST_JSON = "netlist.json";

  /** All that is placed, as JSON for the placer. */
  public static final String BOARD_JSON = "board.json";

  /** What the placer reports of clocks, paths and use. */
  public static final String PLACEMENT = "placement.json";

  /** The results. */
  public static final String REPORT = "report.json";

  private SynthesisFiles() {}
}
