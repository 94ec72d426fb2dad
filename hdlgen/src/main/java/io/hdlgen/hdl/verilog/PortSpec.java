package io.hdlgen.hdl.verilog;

/** A port of a module. */
public record PortSpec(Direction direction, String name, int width) {
  /** Which way a port goes. */
  public enum Direction {
    INPUT,
    OUTPUT
  }

  public static PortSpec input(String name, int width) {
    return new PortSpec(Direction.INPUT, name, width);
  }

  public static PortSpec output(String name, int width) {
    return new PortSpec(Direction.OUTPUT, name, width);
  }
}
