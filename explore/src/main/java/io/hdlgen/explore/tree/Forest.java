package io.hdlgen.explore.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decision trees of rows drawn with replacement, which vote. Source: Breiman, "Bagging Predictors",
 * Machine Learning 24, 1996; without the trees that have seen a row, "Out-of-bag Estimation", 1996.
 */
public final class Forest {
  private final List<DecisionTree> trees = new ArrayList<>();
  private final List<BitSet> drawn = new ArrayList<>();
  private final int classes;

  private Forest(int classes) {
    this.classes = classes;
  }

  /**
   * Grows a forest of all rows of a table.
   *
   * @param trees at least 1
   * @param seed equal seeds give equal forests
   */
  public static Forest grow(CodeTable table, int trees, GrowthOptions options, long seed) {
    Forest forest = new Forest(table.classes());
    SplittableRandom random = new SplittableRandom(seed);
    for (int t = 0; t < trees; t++) {
      int[] rows = new int[table.rows()];
      BitSet seen = new BitSet(rows.length);
      for (int r = 0; r < rows.length; r++) {
        rows[r] = random.nextInt(rows.length);
        seen.set(rows[r]);
      }
      forest.trees.add(TreeGrowth.grow(table, rows, options));
      forest.drawn.add(seen);
    }
    return forest;
  }

  /**
   * What most trees say that have not seen a row; the lowest class of equals. If all have seen it,
   * all vote.
   *
   * @param codes a row of codes, of that row of the table or close to it
   * @param unseen the row of the table
   */
  public int classify(long[] codes, int unseen) {
    int[] votes = new int[classes];
    boolean any = drawn.stream().anyMatch(seen -> !seen.get(unseen));
    for (int t = 0; t < trees.size(); t++) {
      if (!any || !drawn.get(t).get(unseen)) {
        votes[trees.get(t).classify(codes)]++;
      }
    }
    int best = 0;
    for (int k = 1; k < classes; k++) {
      best = votes[k] > votes[best] ? k : best;
    }
    return best;
  }
}
