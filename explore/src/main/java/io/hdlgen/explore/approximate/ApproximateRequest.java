package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be approximated.
 *
 * @param network a network.json with classes
 * @param rows to search, choose and test by; where no test is named, nothing is tested
 * @param target name of a printed target
 * @param aim what is to be kept
 * @param maxLoss how much of it the search may give up, as a fraction
 * @param output the folder; empty: {@code ./<network>-approximate}
 * @param population of a generation, at least 4
 * @param generations at least 1
 * @param seed of all that is random
 * @param threads at least 1; changes nothing but the time
 */
public record ApproximateRequest(
    Path network,
    TestedData rows,
    String target,
    Aim aim,
    double maxLoss,
    Optional<Path> output,
    int population,
    int generations,
    long seed,
    int threads) {
  /** What the network is called: its file without folder and extensions. */
  String name() {
    return network.getFileName().toString().replaceFirst("(\\.network)?\\.json$", "");
  }
}
