package io.hdlgen.boards.vivado;

import java.util.List;

/** What of a block design depends on who drives it. */
abstract class SystemHost {
  /** Of every slave. */
  private static final String RANGE = "0x%08X".formatted(IpXact.RANGE);

  private final VivadoDesign design;

  SystemHost(VivadoDesign design) {
    this.design = design;
  }

  static SystemHost of(VivadoBoard board, VivadoDesign design) {
    return switch (board.processor()) {
      case NONE -> new DebuggerHost(board, design);
      case ZYNQ7 -> ProcessorHost.zynq7(design);
      case ZYNQMP -> ProcessorHost.zynqmp(design);
    };
  }

  VivadoDesign design() {
    return design;
  }

  /** The driver, the clock generator and the core {@code resets}. */
  abstract void create(BlockDesign system);

  /**
   * What carries words to the adapter and back.
   *
   * @param slaves gets the interfaces by which it is controlled
   * @param interrupts gets its interrupts
   */
  abstract void streams(BlockDesign system, List<String> slaves, List<String> interrupts);

  /** Interrupts, to where they are heard. */
  abstract void interrupts(BlockDesign system, List<String> sources);

  abstract String clockPin();

  /** Low in reset, without regard to the clock. */
  abstract String resetPin();

  /** The interface that reads and writes registers. */
  abstract String master();

  /** The address space of {@link #master}. */
  abstract String space();

  /** Where registers of a slave lie; the one of the design has a place of its own. */
  abstract long address(String slave);

  /** Name of the registers of a slave. */
  abstract String segment(String slave);

  /** From the driver to all slaves of registers. */
  final void control(BlockDesign system, List<String> slaves) {
    system.section("Registers.");
    system.cell("smartconnect", "control", "NUM_SI 1", "NUM_MI " + slaves.size());
    system.clock("control/aclk");
    system.resetLow("control/aresetn");
    system.bus(master(), "control/S00_AXI");
    for (int i = 0; i < slaves.size(); i++) {
      system.bus("control/M0" + i + "_AXI", slaves.get(i));
    }
  }

  /** Addresses of the registers; those of memory are Vivado's. */
  final void addresses(BlockDesign system, List<String> slaves) {
    system.section("Addresses.");
    for (String slave : slaves) {
      system.line("assign_bd_address -offset 0x%08X -range %s \\", address(slave), RANGE);
      system.line("  -target_address_space [get_bd_addr_spaces %s] \\", space());
      system.line("  [get_bd_addr_segs %s] -force", segment(slave));
    }
    system.line("assign_bd_address");
  }
}
