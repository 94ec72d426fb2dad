package io.hdlgen.flow;

import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.Mismatch;
import io.hdlgen.sim.check.MismatchTracer;
import io.hdlgen.sim.check.Reproducer;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.check.WireDifference;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilogDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Has the witnesses compared, as many of them as there are. */
final class Verifier {
  /** Cycles, without pauses, from which on the simulation is built to run fast. */
  private static final long LONG_RUN = 20_000;

  /**
   * Nodes of a netlist whose Verilog {@code emit} simulates unasked: what takes some seconds to
   * build. TFC_2W2A unrolled has 35,000 and takes some 20 s; contents of memories cost little.
   */
  private static final long UNASKED_NODES = 10_000;

  private final boolean verilator;
  private final long maxNodes;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param maxNodes nodes of a netlist whose Verilog is simulated at most
   */
  private Verifier(boolean verilator, long maxNodes) {
    this.verilator = verilator;
    this.maxNodes = maxNodes;
  }

  /**
   * What is compared.
   *
   * @param folder the design folder
   * @param rtl the Verilog files
   * @param changed whether somebody has changed files since they were emitted: then Verilator's
   *     remarks on style are no failures
   */
  record Subject(
      Path folder, Netlist netlist, Signature signature, List<Path> rtl, boolean changed) {
    Subject {
      rtl = List.copyOf(rtl);
    }
  }

  /**
   * With Verilator where it is there and takes only seconds.
   *
   * @param required whether to fail at once where it is not
   */
  static Verifier forEmission(boolean required) {
    if (required) {
      return withVerilator();
    }
    List<Tool> missing = missing();
    Verifier verifier = new Verifier(missing.isEmpty(), UNASKED_NODES);
    if (!missing.isEmpty()) {
      verifier.notes.add(
          "The Verilog was not simulated, for want of "
              + MissingTools.names(missing)
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
      throw MissingTools.failure(missing);
    }
    return new Verifier(true, Long.MAX_VALUE);
  }

  /** What the user should know of the last check. */
  List<String> notes() {
    return notes;
  }

  /** Compares the witnesses on these vectors. */
  CheckResult check(Subject subject, Vectors vectors, long seed, Progress progress) {
    DesignCheck check = new DesignCheck(subject.netlist(), subject.signature(), vectors, seed);
    if (!verilator || isLarge(subject.netlist())) {
      progress.stage("comparing reference and simulation", 0);
      return check.inJava();
    }
    progress.stage("building the Verilog simulation", 0);
    VerilatorOptions options =
        VerilatorOptions.standard()
            .withStrict(!subject.changed())
            .withSpeed(speed(subject.signature(), vectors));
    VerilogDesign design = check.records().verilog(subject.rtl());
    VerilatorModel model = VerilatorModel.build(design, options);
    progress.stage("comparing reference, simulation and Verilog", 0);
    CheckResult result = check.withVerilator(model);
    if (result.first().isPresent()) {
      progress.stage("tracing the mismatch", 0);
      explain(subject, check, design, options, result.first().get());
    }
    return result;
  }

  /** What to spend on the build of a simulation. */
  static VerilatorOptions.Speed speed(Signature signature, Vectors vectors) {
    long cycles =
        (long) vectors.count()
            * signature.initiationInterval().orElse(Math.max(1, signature.latencyCycles()));
    return cycles > LONG_RUN ? VerilatorOptions.Speed.RUN : VerilatorOptions.Speed.BUILD;
  }

  private boolean isLarge(Netlist netlist) {
    long nodes = netlist.modules().stream().mapToLong(module -> module.nodes().size()).sum();
    if (nodes > maxNodes) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The Verilog (%,d operations) takes a while to build and was not simulated yet;"
                  + " hdlgen verify does that, or emit --verify",
              nodes));
      return true;
    }
    return false;
  }

  private void explain(
      Subject subject,
      DesignCheck check,
      VerilogDesign design,
      VerilatorOptions options,
      Mismatch mismatch) {
    VerilatorModel traced = VerilatorModel.build(design, options.withTrace(true));
    Optional<WireDifference> wire =
        new MismatchTracer(check, VerilogNames::of).trace(traced, mismatch.cycle());
    wire.ifPresent(first -> notes.add("The Verilog first differs in " + first.describe()));
    Path folder = null;
    try {
      folder = reproducerFolder(subject.folder().toAbsolutePath());
      new Reproducer(check, design, options)
          .write(folder, Optional.of(NetlistWriter.write(subject.netlist())), mismatch, wire);
      notes.add("What repeats the mismatch lies in " + folder);
    } catch (IOException e) {
      throw OutputException.writing(folder == null ? subject.folder() : folder, e);
    }
  }

  /** A fresh folder beside the design, or among the temporary files if that cannot be. */
  private static Path reproducerFolder(Path design) throws IOException {
    String prefix = design.getFileName() + "-mismatch-";
    try {
      return Files.createTempDirectory(design.getParent(), prefix);
    } catch (IOException e) {
      return Files.createTempDirectory(prefix);
    }
  }

  private static List<Tool> missing() {
    Doctor doctor = Doctor.ofEnvironment();
    return List.of(Tool.VERILATOR, Tool.MAKE, Tool.CXX).stream()
        .filter(tool -> doctor.find(tool).isEmpty())
        .toList();
  }
}
