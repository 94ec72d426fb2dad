package io.hdlgen.explore.approximate;

import io.hdlgen.explore.search.Aim;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be approximated.
 *
 * @param network a network.json with classes
 * @param data labelled rows to search and choose by
 * @param testRows numbers of the rows of {@code data} that are the test; may be empty, as {@code
 *     testData} may: then nothing is tested
 * @param testData rows of their own for the test
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
    DataSource data,
    Optional<Path> testRows,
    Optional<DataSource> testData,
    String target,
    Aim aim,
    double maxLoss,
    Optional<Path> output,
    int population,
    int generations,
    long seed,
    int threads) {}
