package io.hdlgen.canids.design;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.canids.log.LogSource;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.canids.verify.wire.WireStimulus;
import io.hdlgen.canids.wire.WireFrame;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Compares the Verilog of a detector's design folder, as it lies there, on frames. */
public final class DetectorVerification {
  /** The most frames from the wire: their bits lie in memory. */
  public static final int MOST_ON_WIRE = 200_000;

  private DetectorVerification() {}

  /**
   * Compares, and replaces the folder's {@code verification.json}.
   *
   * @throws InvalidInputException if the folder is wrong
   * @throws io.hdlgen.flow.folder.OutputException if {@code verification.json} cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing or fails
   */
  public static DetectorVerifyResult verify(DetectorVerifyRequest request, Progress progress) {
    DesignFolder folder = DesignFolder.open(request.design());
    List<String> notes = new ArrayList<>();
    List<String> changed = folder.changed();
    if (!changed.isEmpty()) {
      notes.add("Changed since emit wrote them: " + String.join(", ", changed));
    }
    Detector detector = Detector.read(request.design());
    DetectorOptions options =
        DetectorOptions.read(
            folder.read(DesignFolder.OPTIONS), folder.file(DesignFolder.OPTIONS).toString());
    DesignFiles core = DesignFiles.read(folder.file(DetectorEmission.CORE));
    Netlist netlist =
        NetlistParser.parse(
            folder.read(DesignFolder.NETLIST), folder.file(DesignFolder.NETLIST).toString());
    long frames = request.frames().orElse(options.frames());
    long seed = request.seed().orElse(options.seed());
    DetectorDesign design = new DetectorDesign(detector, options, core.signature(), netlist);
    DetectorWitness witness = new DetectorWitness(design, progress);
    if (request.wire() && options.bus().isEmpty()) {
      throw new InvalidInputException(
          request.design().toString(),
          "a detector without a receiver",
          "one with it: can emit without --without-receiver");
    }
    if (request.wire() && frames > MOST_ON_WIRE) {
      notes.add(
          "%d frames on the wire in place of %d: their bits lie in memory"
              .formatted(MOST_ON_WIRE, frames));
    }
    boolean changes = !changed.isEmpty();
    List<Path> rtl = rtl(folder, netlist);
    DetectorComparison compared =
        request.wire()
            ? witness.onWire(rtl, stimulus(design, request, frames, seed), changes)
            : witness.onFrames(rtl, frames, seed, changes);
    folder.replace(DesignFolder.VERIFICATION, DetectorVerificationJson.write(compared, seed));
    return new DetectorVerifyResult(request.design(), compared, seed, notes);
  }

  private static WireStimulus stimulus(
      DetectorDesign design, DetectorVerifyRequest request, long frames, long seed) {
    int count = (int) Math.min(frames, MOST_ON_WIRE);
    WireStimulus chance = design.stimulus(count, seed);
    return request.log().map(log -> chance.of(logged(log, count))).orElse(chance);
  }

  /** From half of the frames before the first attack of the log on, if there is one. */
  private static List<WireFrame> logged(Path log, int count) {
    Deque<WireFrame> frames = new ArrayDeque<>();
    boolean attacked = false;
    try (LogReader reader = LogReader.open(LogSource.of(log), ReadMode.DEFAULT)) {
      for (CanFrame frame = reader.next();
          frame != null && (!attacked || frames.size() < count);
          frame = reader.next()) {
        attacked |= frame.label().injected();
        frames.add(WireFrame.of(frame));
        if (!attacked && frames.size() > (count + 1) / 2) {
          frames.remove();
        }
      }
    }
    return List.copyOf(frames);
  }

  private static List<Path> rtl(DesignFolder folder, Netlist netlist) {
    List<Path> files = new ArrayList<>();
    for (HdlModule module : netlist.modules()) {
      Path file = folder.file(DesignFolder.RTL + "/" + module.name() + ".v");
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            file.toString(), "no such file", "the file that can emit wrote; run can emit again");
      }
      files.add(file);
    }
    return files;
  }
}
