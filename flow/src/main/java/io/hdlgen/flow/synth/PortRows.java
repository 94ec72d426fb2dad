package io.hdlgen.flow.synth;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;

/** Lays codes of features out as the bits of a netlist's ports. */
public final class PortRows {
  private PortRows() {}

  /**
   * The bits of each port in each row, {@code [row][port]}, ports as in the netlist.
   *
   * @param codes {@code [row][feature]}
   * @throws IllegalArgumentException if a code is wider than its port
   */
  public static long[][] of(GateNetlist netlist, Signature signature, long[][] codes) {
    int[] features = features(netlist, signature);
    long[][] rows = new long[codes.length][features.length];
    for (int p = 0; p < features.length; p++) {
      int feature = features[p];
      Field field = signature.inputs().get(feature);
      for (int r = 0; r < codes.length; r++) {
        if (!field.holds(codes[r][feature])) {
          throw new IllegalArgumentException(
              "row %d: %d is wider than the %d bits of port %s"
                  .formatted(r, codes[r][feature], field.width(), field.port()));
        }
        rows[r][p] = field.bits(codes[r][feature]);
      }
    }
    return rows;
  }

  /**
   * The feature that each input port carries, {@code [ports]}, ports as in the netlist.
   *
   * @throws InvalidInputException if the signature has no such port
   */
  public static int[] features(GateNetlist netlist, Signature signature) {
    return netlist.inputs().stream().mapToInt(port -> feature(signature, port.name())).toArray();
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
