package io.hdlgen.boards.fpga;

/** What an FPGA has a limited number of. */
public enum Resource {
  /** Look-up tables of the family's width, those in carry chains and small memories included. */
  LUT("luts"),
  /** Flip-flops. */
  FLIP_FLOP("flipFlops"),
  /** Memory blocks of the family's usual size. */
  BLOCK_RAM("blockRams"),
  /** Multipliers. */
  DSP("dsps");

  private final String key;

  Resource(String key) {
    this.key = key;
  }

  /** The name in properties and reports. */
  public String key() {
    return key;
  }
}
