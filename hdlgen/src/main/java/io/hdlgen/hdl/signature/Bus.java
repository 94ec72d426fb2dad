package io.hdlgen.hdl.signature;

import java.util.Locale;

/** How a design with a clock is connected. */
public enum Bus {
  /** Between two AXI4-Streams. */
  STREAM,
  /** Registers that a processor reads and writes over AXI4-Lite. */
  AXI4_LITE;

  /** As people write it: {@code stream} or {@code axi4-lite}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
