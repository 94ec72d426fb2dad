package io.hdlgen.flow;

import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.MismatchTracer;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Has the witnesses compared, as many of them as there are. */
final class Verifier {
  private static final int LONG_RUN_VECTORS = 20_000;

  private final boolean verilator;
  private final List<String> notes = new ArrayList<>();

  private Verifier(boolean verilator) {
    this.verilator = verilator;
  }

  /**
   * What is compared.
   *
   * @param rtl the Verilog files
   */
  record Subject(IntegerNetwork network, Netlist netlist, Signature signature, List<Path> rtl) {
    Subject {
      rtl = List.copyOf(rtl);
    }
  }

  /**
   * With Verilator where it is there.
   *
   * @param required whether to fail at once where it is not
   */
  static Verifier forEmission(boolean required) {
    if (required) {
      return withVerilator();
    }
    List<Tool> missing = missing();
    Verifier verifier = new Verifier(missing.isEmpty());
    if (!missing.isEmpty()) {
      verifier.notes.add(
          "The Verilog was not simulated, for want of "
              + names(missing)
              + "; hdlgen doctor tells how to get it");
    }
    return verifier;
  }

  /**
   * With Verilator.
   *
   * @throws ToolException if it is not there
   */
  static Verifier withVerilator() {
    List<Tool> missing = missing();
    if (!missing.isEmpty()) {
      throw new ToolException(
          ToolException.Reason.MISSING,
          "missing: "
              + names(missing)
              + "; type: "
              + Doctor.installLines(missing).entrySet().stream()
                  .map(line -> line.getValue() + " (" + line.getKey() + ")")
                  .collect(Collectors.joining(", or ")));
    }
    return new Verifier(true);
  }

  /** What the user should know of the last check. */
  List<String> notes() {
    return notes;
  }

  /** Compares the witnesses on these codes. */
  CheckResult check(Subject subject, long[][] codes, long seed, int threads, Progress progress) {
    progress.stage("computing the reference", 0);
    ReferenceModel reference = new ReferenceModel(subject.network());
    DesignCheck check =
        new DesignCheck(
            subject.netlist(),
            subject.signature(),
            Stimulus.vectors(reference, subject.signature(), codes, threads),
            seed);
    if (!verilator) {
      progress.stage("comparing reference and simulation", 0);
      return check.inJava();
    }
    progress.stage("building the Verilog simulation", 0);
    VerilatorOptions options =
        VerilatorOptions.standard()
            .withSpeed(
                codes.length > LONG_RUN_VECTORS
                    ? VerilatorOptions.Speed.RUN
                    : VerilatorOptions.Speed.BUILD);
    VerilatorModel model = VerilatorModel.build(check.records().verilog(subject.rtl()), options);
    progress.stage("comparing reference, simulation and Verilog", 0);
    CheckResult result = check.withVerilator(model);
    if (result.first().isPresent()) {
      progress.stage("tracing the mismatch", 0);
      VerilatorModel traced =
          VerilatorModel.build(check.records().verilog(subject.rtl()), options.withTrace(true));
      new MismatchTracer(check, VerilogNames::of)
          .trace(traced, result.first().get().cycle())
          .ifPresent(wire -> notes.add("The Verilog first differs in " + wire.describe()));
    }
    return result;
  }

  private static List<Tool> missing() {
    Doctor doctor = Doctor.ofEnvironment();
    return List.of(Tool.VERILATOR, Tool.MAKE, Tool.CXX).stream()
        .filter(tool -> doctor.find(tool).isEmpty())
        .toList();
  }

  private static String names(List<Tool> tools) {
    return tools.stream().map(Tool::program).collect(Collectors.joining(", "));
  }
}
