package io.hdlgen.explore.tree;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;

/** Cross-validates decision trees of all sizes. */
public final class TreeValidation {
  private TreeValidation() {}

  /**
   * The curve over all rows that were kept back, of all folds and repetitions: each fold has a tree
   * of its own, on codes that are scaled on the fold's training rows too.
   *
   * @param samples the rows that the folds were made of
   * @param bits of each feature
   * @param options the curve ends at their {@code maxLeaves}
   */
  public static SizeCurve curve(
      Samples samples, StratifiedFolds folds, int bits, GrowthOptions options) {
    return folds.splits().stream()
        .map(split -> curve(samples, split, bits, options))
        .reduce(SizeCurve::plus)
        .orElseThrow();
  }

  private static SizeCurve curve(Samples samples, Split split, int bits, GrowthOptions options) {
    CodeTable table = CodeTable.of(InputCoding.of(samples, split.training(), bits), samples);
    DecisionTree tree = TreeGrowth.grow(table, split.training(), options);
    return SizeCurve.of(tree, table, split.validation(), options.maxLeaves());
  }
}
