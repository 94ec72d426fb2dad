package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.simulate.ClockedRun;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.nio.file.Path;
import java.util.List;

/** A detector with a line, to be run once or more. */
@FunctionalInterface
public interface WireBench {
  /** Runs it from its reset on. */
  void run(ClockedRun.Driver driver, ClockedRun.Reader reader);

  /** The netlist, simulated in Java. */
  static WireBench inJava(Netlist netlist) {
    return (driver, reader) -> ClockedRun.inJava(netlist, driver, reader);
  }

  /**
   * The Verilog, built now.
   *
   * @param files all modules of the netlist
   * @param seed of what registers hold before they are reset
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing, too old, warns of anything or
   *     fails
   */
  static WireBench inVerilator(
      List<Path> files, Netlist netlist, VerilatorOptions options, int seed) {
    PortRecords ports = new PortRecords(netlist);
    VerilatorModel model = VerilatorModel.build(ports.verilog(files), options);
    return (driver, reader) -> ClockedRun.inVerilator(model, ports, seed, driver, reader);
  }
}
