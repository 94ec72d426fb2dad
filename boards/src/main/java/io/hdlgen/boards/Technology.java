package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Fpga;

/** What a target is made of. */
public sealed interface Technology {
  /** No device in particular: portable Verilog. */
  record Portable() implements Technology {}

  /** A board with an FPGA. */
  record Board(Fpga fpga) implements Technology {}
}
