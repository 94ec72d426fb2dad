package io.hdlgen.explore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The design of a small tree on thermometers, with its netlist of printed cells. */
public final class MappedTree {
  /** What it computes. */
  public static final Path NETWORK =
      Path.of(System.getProperty("project.root", ".."))
          .resolve("testbenches/conformance/18-thermometer-tree/network.json");

  /** Whose cells it has. */
  public static final String TARGET = "egfet_1v0";

  private MappedTree() {}

  /** Makes it in a new folder; without Yosys, the test that asks for it is skipped. */
  public static SynthResult make(Path design, PrintedOptions options) {
    assumeTrue(
        Doctor.ofEnvironment().find(Tool.YOSYS).isPresent() || Boolean.getBoolean("require.tools"),
        "skipped: no yosys");
    EmitRequest.Hardware usual = EmitRequest.Hardware.DEFAULT;
    Hdlgen.emit(
        EmitRequest.of(NETWORK)
            .withHardware(
                new EmitRequest.Hardware(
                    ArchitectureChoice.COMBINATIONAL,
                    usual.outputs(),
                    usual.folding(),
                    usual.multiplication(),
                    TARGET,
                    usual.clockMhz(),
                    usual.stages(),
                    usual.top(),
                    usual.bus(),
                    usual.loadable()))
            .withCheck(new EmitRequest.Check(OptionalInt.of(8), 1, false))
            .withOutput(design),
        Progress.NONE);
    return Hdlgen.synth(
        new SynthRequest(design, Optional.empty(), SynthRequest.USUAL_LIMIT, false, options),
        Progress.NONE);
  }
}
