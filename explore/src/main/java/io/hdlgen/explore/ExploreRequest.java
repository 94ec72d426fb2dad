package io.hdlgen.explore;

import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is to be explored.
 *
 * @param data labelled rows
 * @param kept columns of {@code data} that are features even if they seem to number the samples
 * @param testRows numbers of the rows of {@code data} that are the test; empty: see {@code
 *     testData}
 * @param testData rows of their own for the test; where both are empty, some rows of {@code data}
 *     are put aside
 * @param target name of a printed target
 * @param aim what the recommended circuit is to be good at
 * @param maxAreaCm2 the most that the recommended circuit may take without converters
 * @param maxPowerMw the most static power that it may take without converters
 * @param minAccuracy the least accuracy in cross-validation of the recommended circuit
 * @param minBalanced the least balanced accuracy in cross-validation
 * @param references a file of published circuits, for plots: see {@link
 *     io.hdlgen.explore.front.ReferenceFile}
 * @param emit of which circuits designs are made
 * @param output the folder; empty: {@code ./<data>-explore}
 * @param generations of the search; empty: as many as suit the number of rows
 * @param seed of all that is random
 * @param threads at least 1; changes nothing but the time
 */
public record ExploreRequest(
    DataSource data,
    List<String> kept,
    Optional<Path> testRows,
    Optional<DataSource> testData,
    String target,
    Aim aim,
    OptionalDouble maxAreaCm2,
    OptionalDouble maxPowerMw,
    double minAccuracy,
    double minBalanced,
    Optional<Path> references,
    Emit emit,
    Optional<Path> output,
    OptionalInt generations,
    long seed,
    int threads) {

  /** Of which circuits designs are made and verified. */
  public enum Emit {
    RECOMMENDED,
    ALL
  }

  /** What a circuit is to be good at. */
  public enum Aim {
    ACCURACY,
    BALANCED
  }
}
