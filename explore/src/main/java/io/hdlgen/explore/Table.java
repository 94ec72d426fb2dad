package io.hdlgen.explore;

import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.UnseenRows;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a request without the columns that seem to number the samples.
 *
 * @param data what is learnt from
 * @param testData rows of their own for the test, without the same columns
 * @param notes what was left out, a sentence each
 */
record Table(DataSource data, Optional<DataSource> testData, List<String> notes) {
  Table {
    notes = List.copyOf(notes);
  }

  /**
   * The rows of a request.
   *
   * @throws InvalidInputException if they cannot be read
   */
  static Table of(ExploreRequest request) {
    DataSource data = request.data().withoutSampleNumbers(request.kept());
    List<String> left = data.ignored().stream().skip(request.data().ignored().size()).toList();
    return new Table(
        data,
        request.testData().map(test -> test.withIgnored(data.ignored())),
        left.stream()
            .map(
                column ->
                    "Column %s is left out: it seems to number the samples; --keep %s takes it"
                        .formatted(column, column))
            .toList());
  }

  /**
   * The parts that are learnt from and tested on.
   *
   * @throws InvalidInputException if they cannot be made, or nothing can be learnt as all rows to
   *     learn from are the same
   */
  TrainTestSplit split(ExploreRequest request) {
    TrainTestSplit split = parts(request);
    if (UnseenRows.countDifferent(split.training().features()) < 2) {
      throw new InvalidInputException(
          data.data().getFileName().toString(),
          "the same features in all rows to learn from",
          "rows that differ");
    }
    return split;
  }

  private TrainTestSplit parts(ExploreRequest request) {
    if (request.testRows().isPresent()) {
      return TrainTestSplit.ofRowFile(data, request.testRows().get());
    }
    return testData
        .map(test -> TrainTestSplit.ofTestTable(data, test))
        .orElseGet(() -> TrainTestSplit.made(data, request.seed()));
  }
}
