package io.hdlgen.canids.design;

import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.wire.WireCheckResult;
import java.util.Optional;

/**
 * What was compared of a detector.
 *
 * @param check of features, verdicts, ends, registers and alerts
 * @param wire the same, with what the wire adds; empty if frames were brought to the detector part
 *     by part
 * @param witness what was compared with the reference: {@code java} or {@code verilator}
 * @param predicted cycles from the end of the data to the verdict, as the design says
 * @param seconds that it took, without the build of the simulation
 */
public record DetectorComparison(
    DetectorCheckResult check,
    Optional<WireCheckResult> wire,
    String witness,
    int predicted,
    double seconds) {
  static DetectorComparison ofFrames(
      DetectorCheckResult check, String witness, int predicted, double seconds) {
    return new DetectorComparison(check, Optional.empty(), witness, predicted, seconds);
  }

  static DetectorComparison ofWire(
      WireCheckResult wire, String witness, int predicted, double seconds) {
    return new DetectorComparison(wire.check(), Optional.of(wire), witness, predicted, seconds);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return check.passed();
  }
}
