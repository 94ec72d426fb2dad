package io.hdlgen.explore.protocol;

import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Rows to learn from, and which are the test; at most one of {@code testRows} and {@code testData}.
 *
 * @param data labelled rows
 * @param testRows numbers of the rows of {@code data} that are the test
 * @param testData rows of their own for the test
 */
public record TestedData(DataSource data, Optional<Path> testRows, Optional<DataSource> testData) {
  /** Rows of which none are named as the test. */
  public static TestedData of(DataSource data) {
    return new TestedData(data, Optional.empty(), Optional.empty());
  }

  /**
   * The parts that are named; empty where no rows are named as the test.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if they cannot be read or made
   */
  public Optional<TrainTestSplit> split() {
    return testRows
        .map(rows -> TrainTestSplit.ofRowFile(data, rows))
        .or(() -> testData.map(test -> TrainTestSplit.ofTestTable(data, test)));
  }
}
