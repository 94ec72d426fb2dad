package io.hdlgen.canids.design;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.rtl.bus.BusDetector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.verify.BusTraffic;
import io.hdlgen.canids.verify.DetectorBench;
import io.hdlgen.canids.verify.DetectorCheck;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.wire.WireBench;
import io.hdlgen.canids.verify.wire.WireCheck;
import io.hdlgen.canids.verify.wire.WireCheckResult;
import io.hdlgen.canids.verify.wire.WireStimulus;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import java.util.Set;
import java.util.TreeSet;

/**
 * A detector and its hardware.
 *
 * @param core the interface of the core
 * @param netlist all of it, with the receiver if there is one
 */
record DetectorDesign(Detector detector, DetectorOptions options, Signature core, Netlist netlist) {
  /** Cycles beyond a verdict's until the next frame may come. */
  private static final int MARGIN = 10;

  /** How often progress is told of. */
  private static final int STEP = 1024;

  /** All classes but the first, which is benign. */
  static Set<Integer> attacks(Detector detector) {
    Set<Integer> attacks = new TreeSet<>();
    for (int k = 1; k < detector.classes().size(); k++) {
      attacks.add(k);
    }
    return attacks;
  }

  /** Puts the hardware around a core. */
  static DetectorDesign around(Detector detector, DetectorOptions options, DesignFiles core) {
    String top = options.top();
    Netlist alone =
        DetectorHardware.of(
            options.bus().isPresent() ? BusDetector.detectorName(top) : top,
            detector.features(),
            detector.network(),
            core.netlist(),
            core.signature(),
            attacks(detector));
    Netlist netlist =
        options.bus().map(clock -> BusDetector.of(top, alone, clock.receiver())).orElse(alone);
    return new DetectorDesign(detector, options, core.signature(), netlist);
  }

  /** The detector without its receiver. */
  Netlist alone() {
    return options.bus().isPresent() ? BusDetector.detector(netlist) : netlist;
  }

  /** Compares the detector without its receiver with the reference on frames. */
  DetectorCheckResult check(DetectorBench bench, long frames, long seed, Progress progress) {
    progress.stage("comparing frames", frames);
    int settle = DetectorHardware.latencyCycles(core) + MARGIN;
    BusTraffic traffic = new BusTraffic(seed, settle, options.clocksPerBit(), false);
    long[] given = {0};
    return new DetectorCheck(detector.features(), detector.network(), attacks(detector))
        .run(
            bench,
            () -> {
              if (++given[0] % STEP == 0) {
                progress.step(given[0]);
              }
              return traffic.next();
            },
            frames,
            false);
  }

  /** What is on the wire by chance. */
  WireStimulus stimulus(int frames, long seed) {
    return WireStimulus.usual(frames, seed, options.clocksPerBit());
  }

  /** Compares all of it with the reference on frames and incidents on the wire. */
  WireCheckResult listen(WireBench bench, WireStimulus stimulus, Progress progress) {
    return new WireCheck(
            detector.features(),
            detector.network(),
            attacks(detector),
            options.bus().orElseThrow().clockMhz())
        .run(bench, stimulus, progress);
  }
}
