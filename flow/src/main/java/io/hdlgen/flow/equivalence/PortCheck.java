package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether a mapped netlist has the ports of the design that it was made of. */
final class PortCheck {
  private static final String NONE = "no such port";

  private PortCheck() {}

  /**
   * Compares names, directions and widths.
   *
   * @param where file of the mapped netlist
   * @throws InvalidInputException naming the first port, by name, that differs
   */
  static void check(String where, CellNetlist mapped, Netlist design) {
    Map<String, String> expected = ports(design);
    Map<String, String> found = new TreeMap<>();
    mapped
        .ports()
        .forEach((name, port) -> found.put(name, describe(port.input(), port.bits().length)));
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      String is = found.getOrDefault(name, NONE);
      String should = expected.getOrDefault(name, NONE);
      if (!is.equals(should)) {
        throw new InvalidInputException(
            where + ", port " + name, is, should + ", as the design has; run hdlgen synth again");
      }
    }
  }

  private static Map<String, String> ports(Netlist design) {
    HdlModule top = design.top();
    Map<String, String> ports = new TreeMap<>();
    if (design.hasClock(top)) {
      ports.put(VerilogNames.CLOCK, describe(true, 1));
    }
    if (design.hasReset(top)) {
      ports.put(VerilogNames.RESET, describe(true, 1));
    }
    top.inputs().forEach(input -> ports.put(input.name(), describe(true, input.width())));
    top.outputs().forEach(output -> ports.put(output.name(), describe(false, output.width())));
    return ports;
  }

  private static String describe(boolean input, int width) {
    return (input ? "an input of " : "an output of ") + width + (width == 1 ? " bit" : " bits");
  }
}
