package io.hdlgen.sim.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a check compared and found.
 *
 * @param vectors inferences whose results were compared
 * @param mismatches results that differ, and cycles that differ where no result shows
 * @param cyclesCompared cycles in which all ports of two witnesses were compared; without
 *     Verilator, cycles simulated
 * @param latencyPredicted as the signature says
 * @param latencyMeasured empty if no result came
 * @param latencyFromLastBeatPredicted as the signature says
 * @param latencyFromLastBeatMeasured empty if no result came
 * @param intervalPredicted as the signature says; empty without a clock
 * @param intervalMeasured empty without a clock, or if no results came
 * @param seed repeats the check
 * @param witnesses of {@code reference}, {@code java}, {@code verilator}, those that took part
 * @param first the first mismatch in time
 */
public record CheckResult(
    int vectors,
    long mismatches,
    long cyclesCompared,
    int latencyPredicted,
    OptionalInt latencyMeasured,
    int latencyFromLastBeatPredicted,
    OptionalInt latencyFromLastBeatMeasured,
    OptionalInt intervalPredicted,
    OptionalInt intervalMeasured,
    long seed,
    List<String> witnesses,
    Optional<Mismatch> first) {
  public CheckResult {
    witnesses = List.copyOf(witnesses);
  }

  /** Whether nothing differs, and latencies and interval are as predicted. */
  public boolean passed() {
    return mismatches == 0
        && latencyMeasured.equals(OptionalInt.of(latencyPredicted))
        && latencyFromLastBeatMeasured.equals(OptionalInt.of(latencyFromLastBeatPredicted))
        && intervalMeasured.equals(intervalPredicted);
  }
}
