package io.hdlgen.explore.search;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.tree.CodeTable;
import io.hdlgen.explore.tree.Forest;
import io.hdlgen.explore.tree.GrowthOptions;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.Collections;

/**
 * Says of rows what the better part of a forest would say that has not seen them: a smoother lesson
 * than labels that are partly chance. Source: Breiman, Shang, "Born Again Trees", University of
 * California, Berkeley, 1996.
 */
final class Teacher {
  private static final int TREES = 40;
  private static final int BITS = 6;
  private static final int LEAST_LEAF_ROWS = 2;
  private static final long SEED = 0xf0_4e57L;

  private final InputCoding coding;
  private final Forest forest;

  private Teacher(InputCoding coding, Forest forest) {
    this.coding = coding;
    this.forest = forest;
  }

  /**
   * A teacher that has learnt from these rows.
   *
   * @param rows of the samples; no others are looked at
   */
  static Teacher of(Samples samples, int[] rows) {
    InputCoding coding = InputCoding.of(samples, rows, BITS);
    double[][] values =
        Arrays.stream(rows).mapToObj(row -> samples.features()[row]).toArray(double[][]::new);
    int[] labels = Arrays.stream(rows).map(row -> samples.labels()[row]).toArray();
    CodeTable table =
        CodeTable.of(
            coding.encode(values),
            Collections.nCopies(samples.featureNames().size(), BITS),
            labels,
            samples.classNames().size());
    GrowthOptions options =
        GrowthOptions.leaves(Integer.MAX_VALUE).withMinLeafRows(LEAST_LEAF_ROWS);
    return new Teacher(coding, Forest.grow(table, TREES, options, SEED));
  }

  /**
   * The class of a row.
   *
   * @param row features, of a row that was learnt from or close to it
   * @param learnt the place of that row among those that were learnt from
   */
  int label(double[] row, int learnt) {
    return forest.classify(coding.encode(new double[][] {row})[0], learnt);
  }
}
