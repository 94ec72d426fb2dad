package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.printed.PrintedTechnology;

/** What a target is made of. */
public sealed interface Technology {
  /** No device in particular: portable Verilog. */
  record Portable() implements Technology {}

  /** A board with an FPGA. */
  record Board(Fpga fpga) implements Technology {}

  /** Printed electronics: combinational circuits of printed cells. */
  record Printed(PrintedTechnology technology) implements Technology {}
}
