package io.hdlgen.hdl.testing;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.text.NetlistWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints all that is emitted for the sample designs; started in a JVM of its own. */
public final class EmitSamples {
  private EmitSamples() {}

  public static void main(String[] arguments) throws IOException {
    try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
      for (Designs sample : Designs.values()) {
        HardwareDesign design = sample.compile();
        out.print(NetlistWriter.write(design.netlist()));
        out.print(design.signature() + "\n" + design.metrics() + "\n");
        for (VerilogFile file : design.files()) {
          out.print(file.name() + "\n" + file.text());
        }
      }
    }
  }
}
