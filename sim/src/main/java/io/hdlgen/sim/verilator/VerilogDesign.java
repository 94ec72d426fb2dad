package io.hdlgen.sim.verilator;

import io.hdlgen.sim.port.Port;
import java.nio.file.Path;
import java.util.List;

/**
 * A design as Verilog files and the ports of its top. A reset is an input like any other.
 *
 * @param files all modules; file names differ
 * @param top name of the top module
 * @param clock name of the clock port, which is not among the inputs; empty without one
 * @param inputs at least one
 * @param outputs at least one
 */
public record VerilogDesign(
    List<Path> files, String top, String clock, List<Port> inputs, List<Port> outputs) {
  public VerilogDesign {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (inputs.isEmpty() || outputs.isEmpty()) {
      throw new IllegalArgumentException("top " + top + " without inputs or outputs");
    }
  }
}
