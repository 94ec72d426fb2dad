package io.hdlgen.canids.verify;

import java.util.Optional;

/**
 * What was compared, and what came out.
 *
 * @param frames brought to the hardware
 * @param features frames of which every feature bit was compared
 * @param verdicts compared
 * @param mismatches of features, beats, registers and alerts
 * @param first the first mismatch, for people
 * @param missed frames without a verdict because they came too fast
 * @param alerts attacks among the frames received right
 * @param cycles simulated
 * @param latencyLeast cycles from the end of the data to the verdict, the least; 0 without verdicts
 * @param latencyMost the most, where the stream was read all the time
 */
public record DetectorCheckResult(
    long frames,
    long features,
    long verdicts,
    long mismatches,
    Optional<String> first,
    long missed,
    long alerts,
    long cycles,
    long latencyLeast,
    long latencyMost) {
  /** Whether all was as expected. */
  public boolean passed() {
    return mismatches == 0;
  }

  /** The same with mismatches of other things, which came before. */
  public DetectorCheckResult withMismatches(long others, Optional<String> firstOther) {
    return new DetectorCheckResult(
        frames,
        features,
        verdicts,
        mismatches + others,
        firstOther.or(() -> first),
        missed,
        alerts,
        cycles,
        latencyLeast,
        latencyMost);
  }
}
