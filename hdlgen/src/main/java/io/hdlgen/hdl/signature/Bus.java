package io.hdlgen.hdl.signature;

/** How a design with a clock is connected. */
public enum Bus {
  /** Between two AXI4-Streams. */
  STREAM,
  /** Registers that a processor reads and writes over AXI4-Lite. */
  AXI4_LITE
}
