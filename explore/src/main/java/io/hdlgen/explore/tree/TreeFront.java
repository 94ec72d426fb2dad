package io.hdlgen.explore.tree;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Chooses, inside the training rows, the decision trees that belong into every plot. */
public final class TreeFront {
  private TreeFront() {}

  /**
   * The trees worth a circuit, small to large. For each size the number of bits is kept that
   * validates best, the fewest among equals; a larger tree is kept only if it validates better than
   * all smaller ones, in accuracy or in balanced accuracy. Each is then fitted to all rows.
   *
   * @param training the rows that the folds were made of
   * @param bits numbers of bits to try, each for all features alike; at least one
   * @param leaves sizes to try, at least one, at most {@code options.maxLeaves()}
   */
  public static List<TreeCandidate> of(
      Samples training,
      StratifiedFolds folds,
      Collection<Integer> bits,
      Collection<Integer> leaves,
      GrowthOptions options) {
    SortedMap<Integer, SizeCurve> curves = new TreeMap<>();
    for (int b : bits) {
      curves.put(b, TreeValidation.curve(training, folds, b, options));
    }
    List<TreeCandidate> found = new ArrayList<>();
    double accuracy = 0;
    double balanced = 0;
    for (int size : leaves.stream().sorted().distinct().toList()) {
      int best = bestBits(curves, size);
      SizeCurve curve = curves.get(best);
      if (curve.accuracy(size) > accuracy || curve.balancedAccuracy(size) > balanced) {
        found.add(fitted(training, best, size, curve, options));
      }
      accuracy = Math.max(accuracy, curve.accuracy(size));
      balanced = Math.max(balanced, curve.balancedAccuracy(size));
    }
    return found;
  }

  private static int bestBits(SortedMap<Integer, SizeCurve> curves, int leaves) {
    int best = curves.firstKey();
    for (int bits : curves.keySet()) {
      if (curves.get(bits).accuracy(leaves) > curves.get(best).accuracy(leaves)) {
        best = bits;
      }
    }
    return best;
  }

  private static TreeCandidate fitted(
      Samples training, int bits, int leaves, SizeCurve curve, GrowthOptions options) {
    int[] rows = IntStream.range(0, training.rows()).toArray();
    InputCoding coding = InputCoding.of(training, rows, bits);
    DecisionTree tree = TreeGrowth.grow(CodeTable.of(coding, training), rows, options);
    return new TreeCandidate(
        bits,
        leaves,
        curve.accuracy(leaves),
        curve.balancedAccuracy(leaves),
        coding,
        tree.prune(leaves));
  }
}
