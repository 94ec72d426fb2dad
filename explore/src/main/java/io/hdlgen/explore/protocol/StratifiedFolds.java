package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.metrics.EqualRows;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Repeated stratified cross-validation: in each repetition every row is kept back once, in one of
 * the folds, and learnt from in all others. Every class is spread over the folds as evenly as
 * possible; a class of fewer rows than folds is missing from some.
 */
public final class StratifiedFolds {
  private final int folds;
  private final List<int[]> foldOfRow;

  private StratifiedFolds(int folds, List<int[]> foldOfRow) {
    this.folds = folds;
    this.foldOfRow = foldOfRow;
  }

  /**
   * How rows are folded.
   *
   * @param folds at least 2
   * @param repetitions at least 1
   * @param equalRowsTogether whether rows of equal features stay in one fold. If not, a classifier
   *     meets rows that it has learnt by heart among those that were kept back, and the larger one
   *     looks better than it is; classes are then spread evenly to a row, else nearly so
   * @param seed the same seed gives the same folds
   */
  public record Options(int folds, int repetitions, boolean equalRowsTogether, long seed) {
    public Options {
      if (folds < 2 || repetitions < 1) {
        throw new IllegalArgumentException(folds + " folds, " + repetitions + " repetitions");
      }
    }

    /** Five folds, three times; equal rows stay together. */
    public static Options defaults(long seed) {
      return new Options(5, 3, true, seed);
    }
  }

  /** The folds of these rows. */
  public static StratifiedFolds of(Samples samples, Options options) {
    int[] groups =
        options.equalRowsTogether()
            ? EqualRows.firstOfEach(samples.features())
            : EvenSpread.apart(samples.rows());
    EvenSpread spread = new EvenSpread(samples, groups);
    RandomGenerator random = new Well19937c(options.seed());
    List<int[]> foldOfRow = new ArrayList<>();
    for (int i = 0; i < options.repetitions(); i++) {
      foldOfRow.add(spread.deal(options.folds(), random));
    }
    return new StratifiedFolds(options.folds(), foldOfRow);
  }

  public int folds() {
    return folds;
  }

  public int repetitions() {
    return foldOfRow.size();
  }

  /** The fold in which a row is kept back. */
  public int foldOf(int repetition, int row) {
    return foldOfRow.get(repetition)[row];
  }

  /** What is learnt from and what is kept back in a fold. */
  public Split split(int repetition, int fold) {
    int[] of = foldOfRow.get(repetition);
    return new Split(
        RowSelection.where(of.length, row -> of[row] != fold),
        RowSelection.where(of.length, row -> of[row] == fold));
  }

  /** All splits: the folds of the first repetition, of the second, and so on. */
  public List<Split> splits() {
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < repetitions(); i++) {
      for (int fold = 0; fold < folds; fold++) {
        splits.add(split(i, fold));
      }
    }
    return splits;
  }
}
