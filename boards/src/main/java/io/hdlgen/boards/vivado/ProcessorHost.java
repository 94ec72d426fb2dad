package io.hdlgen.boards.vivado;

import java.util.List;

/** A processor beside the logic, with its clock, its memory and a direct memory access to it. */
final class ProcessorHost extends SystemHost {
  private final Names names;

  /** How the processor names its parts. */
  private record Names(
      String core,
      List<String> parameters,
      String clock,
      String reset,
      String master,
      String masterClock,
      String memory,
      String memoryClock,
      String interrupts,
      int addressBits,
      long dmaAddress,
      long coreAddress,
      String automation) {}

  private ProcessorHost(VivadoDesign design, Names names) {
    super(design);
    this.names = names;
  }

  static ProcessorHost zynq7(VivadoDesign design) {
    return new ProcessorHost(
        design,
        new Names(
            "processing_system7",
            List.of(
                "PCW_FPGA0_PERIPHERAL_FREQMHZ " + design.megahertz(),
                "PCW_EN_CLK0_PORT 1",
                "PCW_EN_RST0_PORT 1",
                "PCW_USE_M_AXI_GP0 1",
                "PCW_USE_S_AXI_HP0 " + (design.hasStreams() ? 1 : 0),
                "PCW_S_AXI_HP0_DATA_WIDTH 64",
                "PCW_USE_FABRIC_INTERRUPT 1",
                "PCW_IRQ_F2P_INTR 1"),
            "ps/FCLK_CLK0",
            "ps/FCLK_RESET0_N",
            "ps/M_AXI_GP0",
            "ps/M_AXI_GP0_ACLK",
            "ps/S_AXI_HP0",
            "ps/S_AXI_HP0_ACLK",
            "ps/IRQ_F2P",
            32,
            0x4040_0000L,
            0x43C0_0000L,
            "make_external {FIXED_IO, DDR} apply_board_preset $preset Master Disable Slave Disable"));
  }

  static ProcessorHost zynqmp(VivadoDesign design) {
    return new ProcessorHost(
        design,
        new Names(
            "zynq_ultra_ps_e",
            List.of(
                "PSU__CRL_APB__PL0_REF_CTRL__FREQMHZ " + design.megahertz(),
                "PSU__FPGA_PL0_ENABLE 1",
                "PSU__USE__M_AXI_GP0 1",
                "PSU__USE__M_AXI_GP1 0",
                "PSU__USE__M_AXI_GP2 0",
                "PSU__USE__S_AXI_GP2 " + (design.hasStreams() ? 1 : 0),
                "PSU__SAXIGP2__DATA_WIDTH 64",
                "PSU__USE__IRQ0 1"),
            "ps/pl_clk0",
            "ps/pl_resetn0",
            "ps/M_AXI_HPM0_FPD",
            "ps/maxihpm0_fpd_aclk",
            "ps/S_AXI_HP0_FPD",
            "ps/saxihp0_fpd_aclk",
            "ps/pl_ps_irq0",
            40,
            0xA000_0000L,
            0xA001_0000L,
            "apply_board_preset $preset"));
  }

  @Override
  void create(BlockDesign system) {
    system.section("Processor.");
    system.cell(names.core(), "ps");
    system.line("apply_bd_automation -rule xilinx.com:bd_rule:%s \\", names.core());
    system.line("  -config [list %s] [get_bd_cells ps]", names.automation());
    system.line("set_property -dict {");
    names.parameters().forEach(parameter -> system.line("  CONFIG.%s", parameter));
    system.line("} [get_bd_cells ps]");
    system.clock(names.masterClock());
    system.cell("proc_sys_reset", "resets");
  }

  @Override
  void streams(BlockDesign system, List<String> slaves, List<String> interrupts) {
    int width = Processor.ZYNQ7.wordBits();
    system.section("Direct memory access: words of " + width + " bits, a packet at a time.");
    system.cell(
        "axi_dma",
        "dma",
        "c_include_sg 0",
        "c_sg_include_stscntrl_strm 0",
        "c_sg_length_width 26",
        "c_include_mm2s 1",
        "c_include_s2mm 1",
        "c_m_axi_mm2s_data_width " + width,
        "c_m_axis_mm2s_tdata_width " + width,
        "c_m_axi_s2mm_data_width " + width,
        "c_s_axis_s2mm_tdata_width " + width,
        "c_addr_width " + names.addressBits());
    for (String pin : List.of("s_axi_lite_aclk", "m_axi_mm2s_aclk", "m_axi_s2mm_aclk")) {
      system.clock("dma/" + pin);
    }
    system.resetLow("dma/axi_resetn");
    system.bus("dma/M_AXIS_MM2S", "adapter/s_axis");
    system.bus("adapter/m_axis", "dma/S_AXIS_S2MM");
    system.cell("smartconnect", "memory", "NUM_SI 2", "NUM_MI 1");
    system.clock("memory/aclk");
    system.resetLow("memory/aresetn");
    system.bus("dma/M_AXI_MM2S", "memory/S00_AXI");
    system.bus("dma/M_AXI_S2MM", "memory/S01_AXI");
    system.bus("memory/M00_AXI", names.memory());
    system.clock(names.memoryClock());
    slaves.add("dma/S_AXI_LITE");
    interrupts.addAll(List.of("dma/mm2s_introut", "dma/s2mm_introut"));
  }

  @Override
  void interrupts(BlockDesign system, List<String> sources) {
    if (sources.isEmpty()) {
      return;
    }
    system.section("Interrupts.");
    system.cell("xlconcat", "interrupts", "NUM_PORTS " + sources.size());
    for (int i = 0; i < sources.size(); i++) {
      system.wire(sources.get(i), "interrupts/In" + i);
    }
    system.wire("interrupts/dout", names.interrupts());
  }

  @Override
  String clockPin() {
    return names.clock();
  }

  @Override
  String resetPin() {
    return names.reset();
  }

  @Override
  String master() {
    return names.master();
  }

  @Override
  String space() {
    return "ps/Data";
  }

  @Override
  long address(String slave) {
    return slave.startsWith("core/") ? names.coreAddress() : names.dmaAddress();
  }

  @Override
  String segment(String slave) {
    return slave.startsWith("core/") ? slave + "/reg0" : slave + "/Reg";
  }
}
