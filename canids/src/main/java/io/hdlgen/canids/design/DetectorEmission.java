package io.hdlgen.canids.design;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.VerilogIdentifier;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Manifest;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a design folder of a detector: its files, the design folder of its network in {@value
 * #CORE}, and in {@code rtl} the Verilog of receiver, detector and core together.
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

  /** The same from the wire, where a frame is a hundred bits. */
  private static final int FEW_ON_WIRE = 20;

  private final DetectorEmitRequest request;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  private DetectorEmission(DetectorEmitRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Turns a detector into a design folder, and checks it: from the wire if there is a receiver,
   * else on frames.
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
    DetectorOptions options = options();
    Path folder =
        request.output().orElse(Path.of(options.top() + "_" + request.hardware().target()));
    checkNoDetector(folder, options.top());
    DesignDraft.check(folder, request.overwrite());
    if (request.dryRun()) {
      EmitResult core = core(options, folder.resolve(CORE), true);
      checkPace(core.signature(), options);
      return new DetectorEmitResult(Optional.empty(), options, core, Optional.empty(), notes(core));
    }
    DesignDraft.checkWritable(folder);
    try (DesignDraft draft = DesignDraft.begin(folder, request.overwrite())) {
      EmitResult core = core(options, draft.folder().resolve(CORE), false);
      checkPace(core.signature(), options);
      DesignFiles files = DesignFiles.read(draft.folder().resolve(CORE));
      DetectorDesign design = DetectorDesign.around(detector, options, files);
      DetectorFiles writer = new DetectorFiles(request, draft);
      List<Path> rtl = writer.write(design, files, core);
      DetectorComparison found = compare(design, rtl);
      draft.writeReplaceable(
          DesignFolder.VERIFICATION, DetectorVerificationJson.write(found, options.seed()));
      writer.commit(options);
      return new DetectorEmitResult(
          Optional.of(folder), options, core, Optional.of(found), notes(core));
    }
  }

  /** What {@code can train} wrote is no design folder, and never replaced by one. */
  private void checkNoDetector(Path folder, String top) {
    boolean design = Files.exists(folder.resolve(Manifest.FILE));
    if (Files.exists(folder.resolve(DETECTOR)) && !design) {
      throw new InvalidInputException(
          folder.toString(),
          "the folder of a detector that can train wrote",
          "another one for its hardware, such as -o " + top + "_" + request.hardware().target());
    }
  }

  private DetectorOptions options() {
    if (request.bus().isPresent()
        && request.frames().orElse(0) > DetectorVerification.MOST_ON_WIRE) {
      throw new InvalidInputException(
          "--frames",
          request.frames().getAsInt() + " frames from the wire",
          "at most "
              + DetectorVerification.MOST_ON_WIRE
              + ", as their bits lie in memory; can verify compares more without --wire");
    }
    String top =
        request
            .hardware()
            .top()
            .map(VerilogIdentifier::check)
            .orElseGet(() -> VerilogIdentifier.after(DetectorFiles.name(request.detector())));
    return new DetectorOptions(
        top,
        request.bus(),
        request.bus().map(BusClock::clocksPerBit).orElse(request.clocksPerBit()),
        request.seed(),
        request.frames().orElse(DetectorEmitRequest.USUAL_FRAMES));
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
            hardware(options).withTop(options.top() + "_" + CORE),
            new EmitRequest.Check(OptionalInt.empty(), request.seed(), request.requireVerilator()),
            Optional.of(output),
            dryRun,
            false,
            false,
            usual.threads()),
        progress);
  }

  /** As wished; a folded core behind a receiver is as fast as frames end, if nothing is wished. */
  private EmitRequest.Hardware hardware(DetectorOptions options) {
    EmitRequest.Hardware wished = request.hardware();
    boolean isOpen =
        wished.architecture() == ArchitectureChoice.FOLDED && wished.folding().isEmpty();
    if (options.bus().isEmpty() || !isOpen) {
      return wished;
    }
    int cycles = DetectorHardware.mostCoreCycles(options.clocksPerBit());
    double microseconds = (double) cycles / options.bus().get().clockMhz();
    return wished.withFolding(new FoldingWish.Latency(microseconds));
  }

  private static void checkPace(Signature core, DetectorOptions options) {
    int busy = DetectorHardware.busyCycles(core);
    int least = DetectorHardware.leastInterval(options.clocksPerBit());
    if (busy > least) {
      throw new InvalidInputException(
          options.clocksPerBit() + " clocks a bit",
          "verdicts that take " + busy + " cycles",
          "at most "
              + least
              + ", the least from one frame to the next: more in parallel (--target-fps, --fold,"
              + " --arch unrolled), or more clocks a bit");
    }
  }

  private DetectorComparison compare(DetectorDesign design, List<Path> rtl) {
    DetectorOptions options = design.options();
    DetectorWitness witness = new DetectorWitness(design, progress);
    boolean many = nodes(design.netlist()) > UNASKED_NODES;
    boolean verilog = request.requireVerilator() || DetectorWitness.missing().isEmpty() && !many;
    boolean wire = options.bus().isPresent();
    if (verilog) {
      return wire
          ? witness.onWire(rtl, design.stimulus(options.frames(), options.seed()), false)
          : witness.onFrames(rtl, options.frames(), options.seed(), false);
    }
    notes.add("Frames were compared in Java alone; hdlgen can verify compares the Verilog, too");
    int most = wire ? FEW_ON_WIRE : many ? FEW_FRAMES : Integer.MAX_VALUE;
    int frames = request.frames().orElse(Math.min(most, options.frames()));
    return witness.inJava(frames, options.seed());
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
