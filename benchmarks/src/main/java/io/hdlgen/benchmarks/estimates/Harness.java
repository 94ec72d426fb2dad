package io.hdlgen.benchmarks.estimates;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A module of four pins around a design of any number: a register before every input bit, filled
 * one after another, and one behind every output bit, gathered in a chain. It is written in cells
 * of the iCE40, so that nothing of it mixes with the design's logic.
 */
final class Harness {
  static final String NAME = "harness";

  private Harness() {}

  static String verilog(Netlist netlist) {
    HdlModule top = netlist.top();
    StringBuilder text = new StringBuilder("module harness(input clk, input si, output so);\n");
    List<String> connections = new ArrayList<>();
    if (netlist.hasClock(top)) {
      connections.add(".clk_i(clk)");
    }
    int in = 0;
    if (netlist.hasReset(top)) {
      connections.add(".rst_i(x[0])");
      in++;
    }
    for (Node.Input input : top.inputs()) {
      connections.add(".%s(x[%d:%d])".formatted(input.name(), in + input.width() - 1, in));
      in += input.width();
    }
    int out = 0;
    for (Node.Output output : top.outputs()) {
      connections.add(".%s(y[%d:%d])".formatted(output.name(), out + output.width() - 1, out));
      out += output.width();
    }
    text.append("wire [%d:0] x; wire [%d:0] y, q, z, d;\n".formatted(in - 1, out - 1));
    for (int i = 0; i < in; i++) {
      text.append(flipFlop("x" + i, i == 0 ? "si" : "x[" + (i - 1) + "]", "x[" + i + "]"));
    }
    text.append(
        "%s core(%s);%n".formatted(top.name(), String.join(", ", connections)).replace("\r", ""));
    for (int i = 0; i < out; i++) {
      String before = i == 0 ? "1'b0" : "z[" + (i - 1) + "]";
      text.append(flipFlop("q" + i, "y[" + i + "]", "q[" + i + "]"));
      text.append(
          "SB_LUT4 #(.LUT_INIT(16'h6666)) l%d(.I0(q[%d]), .I1(%s), .I2(1'b0), .I3(1'b0), .O(d[%d]));\n"
              .formatted(i, i, before, i));
      text.append(flipFlop("z" + i, "d[" + i + "]", "z[" + i + "]"));
    }
    return text.append("assign so = z[%d];\nendmodule\n".formatted(out - 1)).toString();
  }

  private static String flipFlop(String name, String in, String out) {
    return "SB_DFF f%s(.C(clk), .D(%s), .Q(%s));\n".formatted(name, in, out);
  }
}
