package io.hdlgen.boards.vivado;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Tcl of a block design as it grows; pins of clock and reset are gathered and wired last. */
final class BlockDesign {
  private final StringBuilder text = new StringBuilder();
  private final List<String> clocks = new ArrayList<>();
  private final List<String> highResets = new ArrayList<>();
  private final List<String> lowResets = new ArrayList<>();

  /** A remark above what follows. */
  void section(String remark) {
    text.append("\n# ").append(remark).append('\n');
  }

  /** A line of Tcl. */
  void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }

  /** A core of Vivado's catalogue. */
  void cell(String core, String name, String... parameters) {
    if (parameters.length == 0) {
      line("cell %s %s", core, name);
      return;
    }
    line("cell %s %s {", core, name);
    for (String parameter : parameters) {
      line("  %s", parameter);
    }
    line("}");
  }

  /** A core of ours. */
  void core(String core, String name) {
    line(
        "create_bd_cell -type ip -vlnv %s:%s:%s:%s %s",
        IpXact.VENDOR, IpXact.LIBRARY, core, IpXact.VERSION, name);
  }

  void bus(String master, String slave) {
    line("bus %s %s", master, slave);
  }

  void wire(String source, String sink) {
    line("wire %s %s", source, sink);
  }

  /** A pin that the clock drives. */
  void clock(String pin) {
    clocks.add(pin);
  }

  /** A pin of a reset that is high in reset. */
  void resetHigh(String pin) {
    highResets.add(pin);
  }

  /** A pin of a reset that is low in reset. */
  void resetLow(String pin) {
    lowResets.add(pin);
  }

  /** Wires all that was gathered, through a core that makes resets last and end with the clock. */
  void finish(String clockSource, String resetSource) {
    clock("resets/slowest_sync_clk");
    all(clockSource, clocks);
    wire(resetSource, "resets/ext_reset_in");
    all("resets/peripheral_reset", highResets);
    all("resets/peripheral_aresetn", lowResets);
  }

  private void all(String source, List<String> sinks) {
    if (sinks.isEmpty()) {
      return;
    }
    line("wire %s \\", source);
    for (int i = 0; i < sinks.size(); i++) {
      line("  %s%s", sinks.get(i), i == sinks.size() - 1 ? "" : " \\");
    }
  }

  String text() {
    return text.toString();
  }
}
