package io.hdlgen.explore.protocol;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.LabelledTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    return split(UnaryOperator.identity());
  }

  /**
   * The same with the classes in an order.
   *
   * @param classNames of all classes of the rows
   */
  public Optional<TrainTestSplit> split(List<String> classNames) {
    return split(table -> table.inClassOrder(classNames));
  }

  private Optional<TrainTestSplit> split(UnaryOperator<LabelledTable> ordered) {
    return testRows
        .map(rows -> TrainTestSplit.ofRowFile(ordered.apply(LabelledTable.read(data)), rows))
        .or(
            () ->
                testData.map(
                    test ->
                        TrainTestSplit.ofTestTable(ordered.apply(LabelledTable.read(data)), test)));
  }
}
