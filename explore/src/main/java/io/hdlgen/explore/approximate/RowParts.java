package io.hdlgen.explore.approximate;

import io.hdlgen.explore.protocol.RowSelection;
import io.hdlgen.explore.protocol.SealedTestRows;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.LabelledTable;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.List;
import java.util.Optional;

/**
 * The rows by what they are for.
 *
 * @param training all that may be looked at
 * @param search three quarters of these
 * @param validation the others, each class as evenly spread as can be
 * @param test empty if there are none
 * @param notes what to tell of the table, a sentence each
 */
record RowParts(
    LabelledRows training,
    LabelledRows search,
    LabelledRows validation,
    Optional<SealedTestRows> test,
    List<String> notes) {
  private static final int PARTS = 4;

  /**
   * Reads and splits the rows of a request.
   *
   * @throws InvalidInputException if they cannot be read, or do not fit the network
   */
  static RowParts of(ApproximateRequest request, IntegerNetwork network) {
    DataSource data = request.rows().data();
    Samples training;
    List<String> notes;
    Optional<TrainTestSplit> split = request.rows().split(network.classNames());
    if (split.isPresent()) {
      training = split.get().training();
      notes = split.get().notes();
    } else {
      LabelledTable table = LabelledTable.read(data).inClassOrder(network.classNames());
      training = table.samples();
      notes = table.notes();
    }
    if (training.rows() < PARTS) {
      throw new InvalidInputException(
          data.data().toString(), training.rows() + " rows", "at least " + PARTS);
    }
    LabelledRows all = new LabelledRows(training);
    // Refuses other features before anything is done.
    all.codes(network);
    Split parts =
        StratifiedFolds.of(training, new StratifiedFolds.Options(PARTS, 1, true, request.seed()))
            .split(0, 0);
    if (parts.training().length == 0 || parts.validation().length == 0) {
      throw new InvalidInputException(
          data.data().toString(),
          "the same features in all rows",
          "rows that differ: some are searched on, others choose");
    }
    return new RowParts(
        all,
        new LabelledRows(RowSelection.select(training, parts.training())),
        new LabelledRows(RowSelection.select(training, parts.validation())),
        split.map(TrainTestSplit::test),
        notes);
  }
}
