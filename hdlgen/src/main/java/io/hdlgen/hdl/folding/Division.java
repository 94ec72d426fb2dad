package io.hdlgen.hdl.folding;

/** Division that rounds up. */
final class Division {
  private Division() {}

  /** The smallest integer not below {@code dividend / divisor}; both positive. */
  static int ceil(int dividend, int divisor) {
    return (dividend - 1) / divisor + 1;
  }
}
