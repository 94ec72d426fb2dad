package io.hdlgen.canids.design;

import io.hdlgen.canids.verify.DetectorBench;
import io.hdlgen.canids.verify.SimulatedDetector;
import io.hdlgen.canids.verify.VerilatedDetector;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * What is compared with the reference.
 *
 * @param name {@code java} or {@code verilator}
 */
record DetectorWitness(String name, DetectorBench bench) {
  private static final String JAVA = "java";
  private static final String VERILATOR = "verilator";
  private static final int SEEDS = 1_000_000;

  /** Frames from which on the simulation is built to run fast. */
  private static final int LONG_RUN = 5000;

  /** Programs that Verilator needs which are not there. */
  static List<Tool> missing() {
    Doctor doctor = Doctor.ofEnvironment();
    return List.of(Tool.VERILATOR, Tool.MAKE, Tool.CXX).stream()
        .filter(tool -> doctor.find(tool).isEmpty())
        .toList();
  }

  boolean isJava() {
    return name.equals(JAVA);
  }

  static DetectorWitness simulation(Netlist netlist) {
    return new DetectorWitness(JAVA, new SimulatedDetector(netlist));
  }

  /**
   * The Verilog.
   *
   * @param changed whether somebody has changed it: then remarks on style are no failures
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing or fails
   */
  static DetectorWitness verilog(
      List<Path> files, Netlist netlist, long frames, long seed, boolean changed) {
    List<Tool> missing = missing();
    if (!missing.isEmpty()) {
      throw MissingTools.failure(missing);
    }
    VerilatorOptions options =
        VerilatorOptions.standard()
            .withStrict(!changed)
            .withSpeed(
                frames > LONG_RUN ? VerilatorOptions.Speed.RUN : VerilatorOptions.Speed.BUILD);
    int contents = 1 + (int) Math.floorMod(seed, (long) SEEDS);
    return new DetectorWitness(
        VERILATOR, VerilatedDetector.build(files, netlist.top(), options, contents));
  }
}
