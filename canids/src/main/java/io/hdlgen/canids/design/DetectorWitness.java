package io.hdlgen.canids.design;

import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.verify.DetectorBench;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.SimulatedDetector;
import io.hdlgen.canids.verify.VerilatedDetector;
import io.hdlgen.canids.verify.wire.WireBench;
import io.hdlgen.canids.verify.wire.WireCheckResult;
import io.hdlgen.canids.verify.wire.WireStimulus;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.nio.file.Path;
import java.util.List;

/** Compares a detector's hardware with the reference, in Java or in Verilator. */
final class DetectorWitness {
  private static final String JAVA = "java";
  private static final String VERILATOR = "verilator";
  private static final int SEEDS = 1_000_000;

  /** Frames from which on the simulation is built to run fast. */
  private static final int LONG_RUN = 5000;

  private final DetectorDesign design;
  private final Progress progress;

  DetectorWitness(DetectorDesign design, Progress progress) {
    this.design = design;
    this.progress = progress;
  }

  /** Programs that Verilator needs which are not there. */
  static List<Tool> missing() {
    Doctor doctor = Doctor.ofEnvironment();
    return List.of(Tool.VERILATOR, Tool.MAKE, Tool.CXX).stream()
        .filter(tool -> doctor.find(tool).isEmpty())
        .toList();
  }

  /** Compares the simulation in Java: on the wire if there is a receiver, else on frames. */
  DetectorComparison inJava(int frames, long seed) {
    return design.options().bus().isPresent()
        ? listen(WireBench.inJava(design.netlist()), design.stimulus(frames, seed), JAVA)
        : frames(new SimulatedDetector(design.netlist()), frames, seed, JAVA);
  }

  /**
   * Compares the Verilog of all modules on the wire.
   *
   * @param files of all modules
   * @param changed whether somebody has changed them: then remarks on style are no failures
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing or fails
   */
  DetectorComparison onWire(List<Path> files, WireStimulus stimulus, boolean changed) {
    WireBench bench =
        WireBench.inVerilator(
            files,
            design.netlist(),
            options(stimulus.frames(), changed),
            contents(stimulus.seed()));
    return listen(bench, stimulus, VERILATOR);
  }

  /** Compares the Verilog of the detector alone on frames; the rest as {@link #onWire}. */
  DetectorComparison onFrames(List<Path> files, long frames, long seed, boolean changed) {
    VerilatedDetector bench =
        VerilatedDetector.build(
            files.subList(0, design.alone().modules().size()),
            design.alone().top(),
            options(frames, changed),
            contents(seed));
    return frames(bench, frames, seed, VERILATOR);
  }

  private DetectorComparison listen(WireBench bench, WireStimulus stimulus, String name) {
    long begin = System.nanoTime();
    WireCheckResult found = design.listen(bench, stimulus, progress);
    return DetectorComparison.ofWire(found, name, predicted(), seconds(begin));
  }

  private DetectorComparison frames(DetectorBench bench, long frames, long seed, String name) {
    long begin = System.nanoTime();
    DetectorCheckResult found = design.check(bench, frames, seed, progress);
    return DetectorComparison.ofFrames(found, name, predicted(), seconds(begin));
  }

  private int predicted() {
    return DetectorHardware.latencyCycles(design.core());
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private VerilatorOptions options(long frames, boolean changed) {
    List<Tool> missing = missing();
    if (!missing.isEmpty()) {
      throw MissingTools.failure(missing);
    }
    progress.stage("building the Verilog simulation", 0);
    return VerilatorOptions.standard()
        .withStrict(!changed)
        .withSpeed(frames > LONG_RUN ? VerilatorOptions.Speed.RUN : VerilatorOptions.Speed.BUILD);
  }

  private static int contents(long seed) {
    return 1 + (int) Math.floorMod(seed, (long) SEEDS);
  }
}
