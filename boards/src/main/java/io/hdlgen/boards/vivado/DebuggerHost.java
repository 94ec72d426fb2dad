package io.hdlgen.boards.vivado;

import java.util.List;

/** A debugger that reads and writes over JTAG; the clock comes from the board's oscillator. */
final class DebuggerHost extends SystemHost {
  static final long FIFO_ADDRESS = 0x4040_0000L;
  static final long CORE_ADDRESS = 0x43C0_0000L;

  private static final int LEAST_DEPTH = 512;
  private static final int OWN_WORDS = 4;

  private final VivadoBoard board;

  DebuggerHost(VivadoBoard board, VivadoDesign design) {
    super(design);
    this.board = board;
  }

  @Override
  void create(BlockDesign system) {
    system.section("Clock, and the debugger's way in.");
    system.line(
        "create_bd_port -dir I -type clk -freq_hz %s %s",
        Math.round(board.clockMhz() * 1e6), Core.CLOCK);
    system.cell(
        "clk_wiz",
        "clocks",
        "PRIM_IN_FREQ " + VivadoDesign.megahertz(board.clockMhz()),
        "CLKOUT1_REQUESTED_OUT_FREQ " + design().megahertz(),
        "USE_RESET false",
        "USE_LOCKED true");
    system.line("connect_bd_net [get_bd_ports %s] [get_bd_pins clocks/clk_in1]", Core.CLOCK);
    system.cell("jtag_axi", "debugger", "PROTOCOL 2");
    system.clock("debugger/aclk");
    system.resetLow("debugger/aresetn");
    system.cell("proc_sys_reset", "resets", "C_EXT_RESET_HIGH 0");
    system.wire("clocks/locked", "resets/dcm_locked");
  }

  @Override
  void streams(BlockDesign system, List<String> slaves, List<String> interrupts) {
    system.section("Words that the debugger sends and receives.");
    system.cell(
        "axi_fifo_mm_s",
        "fifo",
        "C_USE_TX_CTRL 0",
        "C_USE_TX_DATA 1",
        "C_USE_RX_DATA 1",
        "C_TX_FIFO_DEPTH " + depth(design().words(board).inferenceWords()),
        "C_RX_FIFO_DEPTH " + depth(design().words(board).resultWords()));
    system.clock("fifo/s_axi_aclk");
    system.resetLow("fifo/s_axi_aresetn");
    system.bus("fifo/AXI_STR_TXD", "adapter/s_axis");
    system.bus("adapter/m_axis", "fifo/AXI_STR_RXD");
    slaves.add("fifo/S_AXI");
  }

  /** The smallest FIFO that holds so many words, and those that it keeps for itself. */
  private static int depth(int words) {
    return Math.max(LEAST_DEPTH, Integer.highestOneBit(words + OWN_WORDS) * 2);
  }

  @Override
  void interrupts(BlockDesign system, List<String> sources) {
    // A debugger asks; nothing hears an interrupt.
  }

  @Override
  String clockPin() {
    return "clocks/clk_out1";
  }

  @Override
  String resetPin() {
    return "clocks/locked";
  }

  @Override
  String master() {
    return "debugger/M_AXI";
  }

  @Override
  String space() {
    return "debugger/Data";
  }

  @Override
  long address(String slave) {
    return slave.startsWith("core/") ? CORE_ADDRESS : FIFO_ADDRESS;
  }

  @Override
  String segment(String slave) {
    return slave.startsWith("core/") ? slave + "/reg0" : slave + "/Mem0";
  }
}
