package io.hdlgen.boards.vivado;

/** What drives the design on a board. */
public enum Processor {
  /** None: a debugger writes and reads over JTAG. */
  NONE(32),
  /** The two Cortex-A9 of a Zynq-7000. */
  ZYNQ7(64),
  /** The four Cortex-A53 of a Zynq UltraScale+. */
  ZYNQMP(64);

  private final int wordBits;

  Processor(int wordBits) {
    this.wordBits = wordBits;
  }

  /**
   * Bits of the words in which inferences come from memory: as many as the way to it carries in a
   * cycle.
   */
  public int wordBits() {
    return wordBits;
  }
}
