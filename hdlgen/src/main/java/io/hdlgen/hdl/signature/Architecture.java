package io.hdlgen.hdl.signature;

/** The shape of the hardware. All shapes give the same bits. */
public enum Architecture {
  /** No clock: one port a feature, results follow the inputs. For printed circuits. */
  COMBINATIONAL,
  /** A pipeline that takes one inference each cycle, between AXI4-Streams. */
  UNROLLED
}
