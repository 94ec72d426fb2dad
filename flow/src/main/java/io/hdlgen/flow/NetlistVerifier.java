package io.hdlgen.flow;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.equivalence.MappedNetlist;
import io.hdlgen.flow.equivalence.ProofResult;
import io.hdlgen.flow.equivalence.UnsupportedNetlistException;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.verilator.TemporaryFolder;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies the netlist that synthesis made of a design. */
final class NetlistVerifier {
  private static final String SYNTH = "synth";
  private static final String NETLIST = "netlist.v";
  private static final String CELLS = "cells.v";
  private static final String ABC = "yosys-abc";

  private final Path folder;
  private final NetlistOptions options;

  private NetlistVerifier(Path folder, NetlistOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * Finds the netlist and the tools, before anything takes time.
   *
   * @throws InvalidInputException if there is no such target, no netlist, or it is not clear which
   *     one
   * @throws ToolException if a tool is missing
   */
  static NetlistVerifier open(Path design, NetlistOptions options) {
    Path folder = folder(design, options.target());
    if (!Files.isRegularFile(folder.resolve(NETLIST))) {
      throw new InvalidInputException(
          folder.resolve(NETLIST).toString(),
          "no such file",
          "a netlist; type hdlgen synth " + design + " --target " + folder.getFileName());
    }
    Doctor doctor = Doctor.ofEnvironment();
    if (doctor.find(Tool.YOSYS).isEmpty() || options.seconds() > 0 && doctor.find(ABC).isEmpty()) {
      String missing =
          doctor.find(Tool.YOSYS).isEmpty()
              ? Tool.YOSYS.program()
              : ABC + ", which proves (--time-limit 0 only simulates)";
      throw new ToolException(
          ToolException.Reason.MISSING,
          "missing: "
              + missing
              + "; type: "
              + Doctor.installLines(List.of(Tool.YOSYS)).get("apt")
              + " (apt)");
    }
    return new NetlistVerifier(folder, options);
  }

  private static Path folder(Path design, Optional<String> target) {
    Path all = design.resolve(SYNTH);
    if (target.isPresent()) {
      return all.resolve(TargetCatalogue.builtIn().find(target.get()).name());
    }
    List<Path> folders = List.of();
    if (Files.isDirectory(all)) {
      try (Stream<Path> entries = Files.list(all)) {
        folders =
            entries.filter(entry -> Files.isRegularFile(entry.resolve(NETLIST))).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + all + ": " + e.getMessage(), e);
      }
    }
    if (folders.isEmpty()) {
      throw new InvalidInputException(
          all.toString(),
          "no netlist",
          "one of a target; type hdlgen synth " + design + " --target TARGET");
    }
    if (folders.size() > 1) {
      throw new InvalidInputException(
          all.toString(),
          "netlists of "
              + String.join(
                  ", ", folders.stream().map(path -> path.getFileName().toString()).toList()),
          "--target with one of them");
    }
    return folders.get(0);
  }

  /**
   * Simulates the netlist, proves what can be proven in time, and writes {@code verification.json}
   * beside it, in place of an older one. If the proof cannot be made, what the simulation found
   * counts.
   *
   * @throws InvalidInputException if the netlist cannot be read or has other ports than the design
   */
  NetlistCheck check(Verifier.Subject subject, Vectors vectors, long seed, Progress progress) {
    progress.stage("reading the netlist", 0);
    forget();
    try (TemporaryFolder temporary =
        TemporaryFolder.in(Path.of(System.getProperty("java.io.tmpdir")))) {
      MappedNetlist netlist =
          MappedNetlist.read(
              folder.resolve(NETLIST),
              folder.resolve(CELLS),
              subject.netlist(),
              Doctor.ofEnvironment().find(Tool.YOSYS).orElseThrow().toString(),
              temporary.path());
      CheckResult replay = replay(netlist, subject, vectors, seed, progress);
      Optional<ProofResult> proof = Optional.empty();
      Optional<String> unsupported = Optional.empty();
      if (options.seconds() > 0) {
        progress.stage("proving equality with the Verilog", 0);
        try {
          proof =
              Optional.of(
                  netlist.prove(subject.rtl(), subject.netlist(), ABC, options.seconds(), seed));
        } catch (UnsupportedNetlistException e) {
          unsupported = Optional.of(e.getMessage());
        } catch (ToolException e) {
          if (e.reason() == ToolException.Reason.INTERRUPTED) {
            throw e;
          }
          unsupported = Optional.of(e.getMessage());
        }
      }
      NetlistCheck check =
          new NetlistCheck(
              folder.getFileName().toString(), netlist.size(), replay, proof, unsupported);
      write(check);
      return check;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot verify the netlist: " + e.getMessage(), e);
    }
  }

  private static CheckResult replay(
      MappedNetlist netlist,
      Verifier.Subject subject,
      Vectors vectors,
      long seed,
      Progress progress) {
    progress.stage("building the simulation of the netlist", 0);
    DesignCheck check = new DesignCheck(subject.netlist(), subject.signature(), vectors, seed);
    VerilatorModel model =
        VerilatorModel.build(
            check.records().verilog(netlist.simulationFiles()),
            VerilatorOptions.standard()
                .withStrict(false)
                .withSpeed(Verifier.speed(subject.signature(), vectors)));
    progress.stage("comparing reference, simulation and netlist", 0);
    return check.withVerilator(model);
  }

  /** Whoever finds a result finds this run's. */
  private void forget() {
    Path old = folder.resolve(DesignFolder.VERIFICATION);
    try {
      Files.deleteIfExists(old);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + old + ": " + e.getMessage(), e);
    }
  }

  private void write(NetlistCheck check) {
    DesignFolder.replace(folder.resolve(DesignFolder.VERIFICATION), text(check));
  }

  /** What {@code verification.json} beside the netlist holds. */
  static String text(NetlistCheck check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-netlist-verification");
    object.put("version", 1);
    object.putAll(check.object());
    return CanonicalJson.write(object);
  }
}
