package io.hdlgen.explore;

import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.UnseenRows;
import java.util.List;

/**
 * The rows of a request without the columns that seem to number the samples.
 *
 * @param rows what is learnt from and tested on, both without the same columns
 * @param notes what was left out, a sentence each
 */
record Table(TestedData rows, List<String> notes) {
  Table {
    notes = List.copyOf(notes);
  }

  /**
   * The rows of a request.
   *
   * @throws InvalidInputException if they cannot be read
   */
  static Table of(ExploreRequest request) {
    TestedData given = request.rows();
    DataSource data = given.data().withoutSampleNumbers(request.kept());
    List<String> left = data.ignored().stream().skip(given.data().ignored().size()).toList();
    return new Table(
        new TestedData(
            data, given.testRows(), given.testData().map(test -> test.withIgnored(data.ignored()))),
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
    TrainTestSplit split =
        rows.split().orElseGet(() -> TrainTestSplit.made(rows.data(), request.seed()));
    if (UnseenRows.countDifferent(split.training().features()) < 2) {
      throw new InvalidInputException(
          rows.data().data().getFileName().toString(),
          "the same features in all rows to learn from",
          "rows that differ");
    }
    return split;
  }
}
