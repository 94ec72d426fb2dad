package io.hdlgen.sim.check;

/**
 * A write on a processor's bus.
 *
 * @param offset address in bytes
 * @param data 32 bits
 * @param strobes which of the four bytes are written
 * @param vector what the features are if this starts an inference; else without effect
 */
record BusWrite(int offset, long data, int strobes, int vector) {

  boolean writesByte(int index) {
    return (strobes >> index & 1) != 0;
  }

  boolean bit(int index) {
    return (data >> index & 1) != 0;
  }
}
