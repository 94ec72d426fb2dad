package io.hdlgen.hdl.signature;

/** The shape of the hardware. All shapes give the same bits. */
public enum Architecture {
  /** No clock: one port a feature, results follow the inputs. For printed circuits. */
  COMBINATIONAL,
  /** A pipeline that takes one inference each cycle, between AXI4-Streams. */
  UNROLLED,
  /**
   * A pipeline of layers that share hardware between neurons and inputs, between AXI4-Streams. An
   * inference takes several cycles, and its input may be several beats.
   */
  FOLDED
}
