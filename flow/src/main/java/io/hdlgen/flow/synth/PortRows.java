package io.hdlgen.flow.synth;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;

/** Lays codes of features out as the bits of a netlist's ports. */
final class PortRows {
  private PortRows() {}

  /**
   * The bits of each port in each row, {@code [row][port]}, ports as in the netlist.
   *
   * @param codes {@code [row][feature]}
   */
  static long[][] of(GateNetlist netlist, Signature signature, long[][] codes) {
    List<GateNetlist.PortNets> ports = netlist.inputs();
    long[][] rows = new long[codes.length][ports.size()];
    for (int p = 0; p < ports.size(); p++) {
      int feature = feature(signature, ports.get(p).name());
      Field field = signature.inputs().get(feature);
      for (int r = 0; r < codes.length; r++) {
        rows[r][p] = field.bits(codes[r][feature]);
      }
    }
    return rows;
  }

  private static int feature(Signature signature, String port) {
    List<Field> inputs = signature.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).port().equals(port)) {
        return i;
      }
    }
    throw new InvalidInputException(
        "netlist of " + signature.top(), "input port " + port, "the ports of signature.json");
  }
}
