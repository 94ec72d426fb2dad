package io.hdlgen.hdl.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.hdl.verify.NetlistVerifier;

/** Compares netlists before and after a pass in their text form. */
final class Passes {
  private static final String HEADER = "hdlgen-netlist 1\n";

  private Passes() {}

  static void assertRewritten(Pass pass, String before, String after) {
    Netlist result = pass.run(NetlistParser.parse(HEADER + before, "before"));
    assertThat(NetlistWriter.write(result)).isEqualTo(HEADER + after);
    NetlistVerifier.verify(result);
  }

  static void assertUnchanged(Pass pass, String text) {
    assertRewritten(pass, text, text);
  }
}
