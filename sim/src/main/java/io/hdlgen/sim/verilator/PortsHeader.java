package io.hdlgen.sim.verilator;

import io.hdlgen.sim.port.Port;
import java.util.List;
import java.util.Locale;

/** Writes {@code ports.h}, the generated part of the harness: lists of ports and nothing else. */
final class PortsHeader {
  private PortsHeader() {}

  static String of(VerilogDesign design) {
    StringBuilder text = new StringBuilder();
    text.append("// The ports of ").append(design.top()).append(", for harness.cpp.\n");
    text.append("#pragma once\n");
    if (!design.clock().isEmpty()) {
      text.append("#define HDLGEN_CLOCK ").append(member(design.clock())).append('\n');
    }
    append(text, "HDLGEN_INPUTS", design.inputs());
    append(text, "HDLGEN_OUTPUTS", design.outputs());
    return text.toString();
  }

  private static void append(StringBuilder text, String macro, List<Port> ports) {
    text.append("#define ").append(macro).append("(X)");
    for (Port port : ports) {
      text.append(" \\\n  X(").append(member(port.name())).append(", ");
      text.append(port.width()).append(')');
    }
    text.append('\n');
  }

  /** The C++ member that Verilator makes of a port: two underscores in a row become a code. */
  static String member(String port) {
    StringBuilder member = new StringBuilder();
    for (int i = 0; i < port.length(); i++) {
      char c = port.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (letter || digit && i > 0) {
        member.append(c);
      } else if (c == '_') {
        member.append('_');
        if (i + 1 < port.length() && port.charAt(i + 1) == '_') {
          member.append("__05F");
          i++;
        }
      } else {
        member.append(String.format(Locale.ROOT, "__0%02X", (int) c));
      }
    }
    return member.toString();
  }
}
