package io.hdlgen.sim.port;

/**
 * A port of the top module.
 *
 * @param width bits, at least 1
 */
public record Port(String name, int width) {
  public Port {
    if (width < 1) {
      throw new IllegalArgumentException("port " + name + " is " + width + " bits wide");
    }
  }

  /** Bytes that its value takes in a record. */
  public int bytes() {
    return (width + 7) / 8;
  }
}
