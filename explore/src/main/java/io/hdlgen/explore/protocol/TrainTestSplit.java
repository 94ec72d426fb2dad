package io.hdlgen.explore.protocol;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.LabelledTable;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.EqualRows;
import io.hdlgen.quantizer.metrics.UnseenRows;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;

/**
 * Rows to choose by, and rows to test the choice on. Made of files rather than of rows, so that
 * nobody holds the test rows already.
 *
 * @param training every choice is made inside these
 * @param test to be had after the choice was frozen
 * @param origin where the split is from, for reports
 * @param notes what to tell of the table, a sentence each
 */
public record TrainTestSplit(
    Samples training, SealedTestRows test, String origin, List<String> notes) {
  /** A made split puts this many of {@link #TENTHS} parts of the rows into the test. */
  private static final int TEST_TENTHS = 3;

  private static final int TENTHS = 10;

  public TrainTestSplit {
    notes = List.copyOf(notes);
  }

  /**
   * The split in which the file's rows are the test, in its order.
   *
   * @param rowFile numbers of rows of the table, counted from 0 without the header, one a line
   * @throws InvalidInputException if the file cannot be read, holds something else, a row twice or
   *     one that is not there, or leaves none to train on
   */
  public static TrainTestSplit ofRowFile(DataSource data, Path rowFile) {
    return ofRowFile(LabelledTable.read(data), rowFile);
  }

  static TrainTestSplit ofRowFile(LabelledTable table, Path rowFile) {
    int[] rows = RowNumbers.read(rowFile, table.samples().rows());
    return of(table, rows, "test rows of " + rowFile.getFileName());
  }

  /**
   * The split in which the whole table is for training, and the test a table of its own. That is
   * not read before it is opened.
   */
  public static TrainTestSplit ofTestTable(DataSource data, DataSource test) {
    return ofTestTable(LabelledTable.read(data), test);
  }

  static TrainTestSplit ofTestTable(LabelledTable table, DataSource test) {
    return new TrainTestSplit(
        table.samples(),
        new SealedTestRows(table.samples(), () -> table.readTest(test)),
        "test rows of " + test.data().getFileName(),
        table.notes());
  }

  /**
   * A split at random: three tenths of the rows are the test, of each class as nearly as can be.
   * Rows of equal features stay on one side. Every class keeps a row to learn from.
   *
   * @param seed the same seed gives the same split
   * @throws InvalidInputException if the table cannot be read, or no row can be put aside
   */
  public static TrainTestSplit made(DataSource data, long seed) {
    return made(LabelledTable.read(data), seed);
  }

  static TrainTestSplit made(LabelledTable table, long seed) {
    Samples samples = table.samples();
    int[] groups = EqualRows.firstOfEach(samples.features());
    int[] tenths = new EvenSpread(samples, groups).deal(TENTHS, new Well19937c(seed));
    boolean[] test = new boolean[tenths.length];
    int[] training = new int[samples.classNames().size()];
    for (int r = 0; r < test.length; r++) {
      test[r] = tenths[r] < TEST_TENTHS;
      training[samples.labels()[r]] += test[r] ? 0 : 1;
    }
    for (int r = 0; r < test.length; r++) {
      if (training[samples.labels()[r]] == 0) {
        for (int other = 0; other < test.length; other++) {
          if (groups[other] == groups[r]) {
            test[other] = false;
            training[samples.labels()[other]]++;
          }
        }
      }
    }
    int[] testRows = RowSelection.where(test.length, row -> test[row]);
    if (testRows.length == 0) {
      throw new InvalidInputException(
          table.source(),
          UnseenRows.countDifferent(samples.features()) == 1
              ? "the same features in all rows"
              : "too few different rows to put some aside for the test",
          "rows that differ, or the test by --test-rows or --test-data");
    }
    return of(table, testRows, "30 % of the rows at random, stratified, seed " + seed);
  }

  private static TrainTestSplit of(LabelledTable table, int[] testRows, String origin) {
    Samples samples = table.samples();
    boolean[] isTest = new boolean[samples.rows()];
    Arrays.stream(testRows).forEach(row -> isTest[row] = true);
    int[] trainingRows = RowSelection.where(isTest.length, row -> !isTest[row]);
    Samples training = RowSelection.select(samples, trainingRows);
    Samples test = RowSelection.select(samples, testRows);
    List<String> notes = new ArrayList<>(table.notes());
    UntestedClasses.note(training, test).ifPresent(notes::add);
    return new TrainTestSplit(training, new SealedTestRows(training, () -> test), origin, notes);
  }
}
