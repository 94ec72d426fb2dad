package io.hdlgen.boards.vivado;

/** The boards of the three kinds, as their target folders have them. */
enum SampleBoards {
  ARTY_A7_35T(
      new VivadoBoard(
          "arty_a7_35t",
          "xc7a35ticsg324-1L",
          "digilentinc.com:arty-a7-35:part0:1.1",
          Processor.NONE,
          100,
          """
          # The oscillator and a LED.
          set_property -dict { PACKAGE_PIN E3  IOSTANDARD LVCMOS33 } [get_ports clk_i]
          create_clock -name clk_i -period 10.000 [get_ports clk_i]
          set_property -dict { PACKAGE_PIN H5  IOSTANDARD LVCMOS33 } [get_ports {led_o[0]}]
          """)),
  PYNQ_Z2(
      new VivadoBoard(
          "pynq_z2", "xc7z020clg400-1", "tul.com.tw:pynq-z2:part0:1.0", Processor.ZYNQ7, 100, "")),
  ZCU104(
      new VivadoBoard(
          "zcu104",
          "xczu7ev-ffvc1156-2-e",
          "xilinx.com:zcu104:part0:1.1",
          Processor.ZYNQMP,
          100,
          ""));

  private final VivadoBoard board;

  SampleBoards(VivadoBoard board) {
    this.board = board;
  }

  VivadoBoard board() {
    return board;
  }
}
