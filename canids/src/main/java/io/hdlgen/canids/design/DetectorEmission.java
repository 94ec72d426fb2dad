package io.hdlgen.canids.design;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.VerilogIdentifier;
import io.hdlgen.flow.design.DesignMetricsJson;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.hdl.emit.NetworkComments;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a design folder of a detector: its files, the design folder of its network in {@value
 * #CORE}, and in {@code rtl} the Verilog of both together.
 */
public final class DetectorEmission {
  /** The design folder of the network. */
  public static final String CORE = "core";

  /** The description of the detector. */
  public static final String DETECTOR = "detector.json";

  /**
   * Nodes of a netlist whose Verilog is simulated unasked: what takes some seconds to build. Those
   * of an unrolled network of some thousand weights are more.
   */
  private static final long UNASKED_NODES = 12_000;

  /** Frames that Java compares of a netlist whose Verilog is not simulated. */
  private static final int FEW_FRAMES = 200;

  private final DetectorEmitRequest request;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  private DetectorEmission(DetectorEmitRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Turns a detector into a design folder, and checks it on frames.
   *
   * @throws InvalidInputException if detector or options are wrong, or verdicts take longer than
   *     frames may follow one another
   * @throws OutputException if the folder cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if a tool that is needed is missing or fails
   */
  public static DetectorEmitResult emit(DetectorEmitRequest request, Progress progress) {
    return new DetectorEmission(request, progress).run();
  }

  private DetectorEmitResult run() {
    if (request.requireVerilator() && !DetectorWitness.missing().isEmpty()) {
      throw MissingTools.failure(DetectorWitness.missing());
    }
    Detector detector = Detector.read(request.detector());
    DetectorOptions options =
        new DetectorOptions(
            top(),
            request.clocksPerBit(),
            request.seed(),
            request.frames().orElse(DetectorEmitRequest.USUAL_FRAMES));
    Path folder = request.output().orElse(Path.of(options.top()));
    DesignDraft.check(folder, request.overwrite());
    if (request.dryRun()) {
      EmitResult core = core(options, Path.of(options.top()), true);
      checkPace(core.signature(), options);
      return new DetectorEmitResult(
          Optional.empty(), options, core, Optional.empty(), "", notes(core));
    }
    DesignDraft.checkWritable(folder);
    try (DesignDraft draft = DesignDraft.begin(folder, request.overwrite())) {
      EmitResult core = core(options, draft.folder().resolve(CORE), false);
      checkPace(core.signature(), options);
      DesignFiles files = DesignFiles.read(draft.folder().resolve(CORE));
      Netlist netlist =
          DetectorHardware.of(
              options.top(),
              detector.features(),
              detector.network(),
              files.netlist(),
              files.signature(),
              DetectorDesign.attacks(detector));
      List<Path> rtl = write(draft, detector, options, files, core, netlist);
      DetectorDesign design = new DetectorDesign(detector, options, files.signature(), netlist);
      DetectorWitness witness = witness(netlist, rtl, options);
      long frames =
          request.frames().isPresent() || !few(witness, netlist)
              ? options.frames()
              : Math.min(FEW_FRAMES, options.frames());
      DetectorCheckResult check = design.check(witness.bench(), frames, options.seed(), progress);
      draft.writeReplaceable(
          DesignFolder.VERIFICATION,
          DetectorVerificationJson.write(check, options.seed(), witness.name()));
      draft.commit(ToolVersion.current(), command(options), inputs());
      return new DetectorEmitResult(
          Optional.of(folder), options, core, Optional.of(check), witness.name(), notes(core));
    }
  }

  private String top() {
    return request
        .hardware()
        .top()
        .map(VerilogIdentifier::check)
        .orElseGet(() -> VerilogIdentifier.after(name()));
  }

  /** Of the detector's folder. */
  private String name() {
    return request.detector().toAbsolutePath().normalize().getFileName().toString();
  }

  private EmitResult core(DetectorOptions options, Path output, boolean dryRun) {
    EmitRequest usual = EmitRequest.of(request.detector().resolve(DesignFolder.NETWORK));
    return Hdlgen.emit(
        new EmitRequest(
            usual.model(),
            usual.precision(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request.hardware().withTop(options.top() + "_" + CORE),
            new EmitRequest.Check(OptionalInt.empty(), request.seed(), request.requireVerilator()),
            Optional.of(output),
            dryRun,
            false,
            false,
            usual.threads()),
        progress);
  }

  private static void checkPace(Signature core, DetectorOptions options) {
    int busy = DetectorHardware.busyCycles(core);
    int least = DetectorHardware.leastInterval(options.clocksPerBit());
    if (busy > least) {
      throw new InvalidInputException(
          "--clocks-per-bit " + options.clocksPerBit(),
          "verdicts that take " + busy + " cycles",
          "at most "
              + least
              + ", the least from one frame to the next: more in parallel (--target-fps, --fold,"
              + " --arch unrolled), or more clocks a bit");
    }
  }

  private List<Path> write(
      DesignDraft draft,
      Detector detector,
      DetectorOptions options,
      DesignFiles core,
      EmitResult emitted,
      Netlist netlist) {
    List<String> header = new ArrayList<>();
    header.add("Generated by hdlgen " + ToolVersion.current() + ".");
    header.add("Regenerate: " + command(options));
    copy(draft, DETECTOR, header);
    copy(draft, DesignFolder.NETWORK, header);
    draft.write(DesignFolder.OPTIONS, options.toJson());
    header.add("options.json SHA-256 " + Sha256.of(options.toJson()));
    draft.write(DesignFolder.NETLIST, NetlistWriter.write(netlist));
    draft.write(
        DesignFolder.SIGNATURE,
        DetectorSignature.write(
            options, detector, core.signature(), DetectorDesign.attacks(detector)));
    Target target = TargetCatalogue.builtIn().find(request.hardware().target());
    draft.write(
        DesignFolder.METRICS,
        DesignMetricsJson.write(
            Metrics.of(netlist, emitted.metrics().worstNs(), emitted.metrics().clockMhz()),
            target.name(),
            Estimators.of(target).map(estimator -> estimator.estimate(netlist))));
    List<FoldedLayer> layers = new ArrayList<>();
    for (int l = 0; l < core.options().foldings().size(); l++) {
      layers.add(
          new FoldedLayer(
              detector.network().layers().get(l).inputs(),
              detector.network().layers().get(l).outputs(),
              core.options().foldings().get(l)));
    }
    List<Path> rtl = new ArrayList<>();
    NetworkComments comments = new NetworkComments(detector.network(), layers);
    for (VerilogFile file : new VerilogEmitter(header, comments).emit(netlist)) {
      String name = DesignFolder.RTL + "/" + file.name();
      draft.write(name, file.text());
      rtl.add(draft.file(name));
    }
    return rtl;
  }

  private void copy(DesignDraft draft, String name, List<String> header) {
    byte[] bytes = bytes(name);
    draft.write(name, bytes);
    header.add(name + " SHA-256 " + Sha256.of(bytes));
  }

  private byte[] bytes(String name) {
    Path file = request.detector().resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "a file that cannot be read", "a detector's file", e);
    }
  }

  private SortedMap<String, String> inputs() {
    SortedMap<String, String> inputs = new TreeMap<>();
    for (String name : List.of(DETECTOR, DesignFolder.NETWORK)) {
      inputs.put(name, Sha256.of(bytes(name)));
    }
    return inputs;
  }

  /** The command that makes the same again. */
  private String command(DetectorOptions options) {
    StringBuilder command = new StringBuilder("hdlgen can emit ").append(name());
    command.append(request.hardware().options(VerilogIdentifier.after(name())));
    if (options.clocksPerBit() != DetectorEmitRequest.USUAL_CLOCKS_PER_BIT) {
      command.append(" --clocks-per-bit ").append(options.clocksPerBit());
    }
    if (options.seed() != EmitRequest.Check.DEFAULT_SEED) {
      command.append(" --seed ").append(options.seed());
    }
    request.frames().ifPresent(frames -> command.append(" --frames ").append(frames));
    return command.toString();
  }

  private DetectorWitness witness(Netlist netlist, List<Path> rtl, DetectorOptions options) {
    List<Tool> missing = DetectorWitness.missing();
    boolean few = nodes(netlist) > UNASKED_NODES;
    if (request.requireVerilator() || missing.isEmpty() && !few) {
      progress.stage("building the Verilog simulation", 0);
      return DetectorWitness.verilog(rtl, netlist, options.frames(), options.seed(), false);
    }
    notes.add("Frames were compared in Java alone; hdlgen can verify compares the Verilog, too");
    return DetectorWitness.simulation(netlist);
  }

  private static boolean few(DetectorWitness witness, Netlist netlist) {
    return witness.isJava() && nodes(netlist) > UNASKED_NODES;
  }

  private static long nodes(Netlist netlist) {
    return netlist.modules().stream().mapToLong(module -> module.nodes().size()).sum();
  }

  private List<String> notes(EmitResult core) {
    List<String> all = new ArrayList<>(core.notes());
    all.addAll(notes);
    return all;
  }
}
