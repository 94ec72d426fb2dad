package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.verify.DetectorCheckResult;
import java.util.List;

/**
 * What was compared from the wire, and what came out.
 *
 * @param check of features, verdicts, ends, registers and alerts; mismatches of beginnings among
 *     its own
 * @param bits on the line
 * @param valid frames
 * @param broken frames that ended with an error
 * @param lengths when verdicts stood, by the length code on the wire, those that occurred
 */
public record WireCheckResult(
    DetectorCheckResult check, long bits, long valid, long broken, List<LengthTiming> lengths) {
  public WireCheckResult {
    lengths = List.copyOf(lengths);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return check.passed();
  }

  /** Whether every verdict of a valid frame stood before its end-of-frame field. */
  public boolean beforeEndOfFrame() {
    return !lengths.isEmpty() && lengths.stream().allMatch(length -> length.leastBeforeEnd() > 0);
  }

  /** Clocks from a verdict to the end-of-frame field on the wire, the least. */
  public long leastBeforeEnd() {
    return lengths.stream().mapToLong(LengthTiming::leastBeforeEnd).min().orElse(0);
  }
}
