package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.cycle.InputPort;
import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.verilator.VerilogDesign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ports of a netlist's top as records: the reset first, if there is one, then in order. */
public final class PortRecords {
  static final String RESET = "rst_i";
  private static final String CLOCK = "clk_i";

  private final HdlModule top;
  private final String clock;
  private final RecordLayout inputs;
  private final RecordLayout outputs;

  /** Where the inputs begin in a record, behind the reset. */
  private final int firstInput;

  public PortRecords(Netlist netlist) {
    top = netlist.top();
    clock = netlist.hasClock(top) ? CLOCK : "";
    List<Port> in = new ArrayList<>();
    if (netlist.hasReset(top)) {
      in.add(new Port(RESET, 1));
    }
    firstInput = in.stream().mapToInt(Port::bytes).sum();
    top.inputs().forEach(port -> in.add(new Port(port.name(), port.width())));
    inputs = new RecordLayout(in);
    outputs =
        new RecordLayout(
            top.outputs().stream().map(port -> new Port(port.name(), port.width())).toList());
  }

  public RecordLayout inputs() {
    return inputs;
  }

  public RecordLayout outputs() {
    return outputs;
  }

  /** The design as Verilog files with these ports. */
  public VerilogDesign verilog(List<Path> files) {
    return new VerilogDesign(files, top.name(), clock, inputs.ports(), outputs.ports());
  }

  /** Drives the simulator's inputs, but not its reset, from a record. */
  void drive(Simulator simulator, byte[] record, int at) {
    int next = at + firstInput;
    for (InputPort port : simulator.inputs()) {
      port.read(record, next);
      next += (port.width() + 7) / 8;
    }
  }

  /** Writes the simulator's outputs to a record. */
  void sample(Simulator simulator, byte[] record, int at) {
    int next = at;
    for (Probe port : simulator.outputs()) {
      port.write(record, next);
      next += (port.width() + 7) / 8;
    }
  }
}
