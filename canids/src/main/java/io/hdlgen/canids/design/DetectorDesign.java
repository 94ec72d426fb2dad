package io.hdlgen.canids.design;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.verify.BusTraffic;
import io.hdlgen.canids.verify.DetectorBench;
import io.hdlgen.canids.verify.DetectorCheck;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import java.util.Set;
import java.util.TreeSet;

/**
 * A detector and its hardware.
 *
 * @param core the interface of the core
 * @param netlist all of it
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

  /** Compares the hardware with the reference on frames. */
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
}
