package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeFrontTest {
  private final Samples samples = samples();
  private final StratifiedFolds folds =
      StratifiedFolds.of(samples, new StratifiedFolds.Options(5, 2, true, 3));
  private final List<Integer> sizes = List.of(2, 4, 8, 16, 32, 64);
  private final GrowthOptions options = GrowthOptions.leaves(64);

  @Test
  void eachTreeValidatesBetterThanAllSmallerOnes() {
    List<TreeCandidate> front = TreeFront.of(samples, folds, List.of(1, 2, 3), sizes, options);
    assertThat(front).hasSizeBetween(2, sizes.size());
    double accuracy = 0;
    double balanced = 0;
    for (TreeCandidate candidate : front) {
      assertThat(candidate.accuracy() > accuracy || candidate.balancedAccuracy() > balanced)
          .isTrue();
      accuracy = Math.max(accuracy, candidate.accuracy());
      balanced = Math.max(balanced, candidate.balancedAccuracy());
      for (int bits : List.of(1, 2, 3)) {
        SizeCurve curve = TreeValidation.curve(samples, folds, bits, options);
        assertThat(curve.accuracy(candidate.leaves())).isLessThanOrEqualTo(candidate.accuracy());
      }
    }
    // Noise in a fifth of the rows: the largest trees learn it, and are left out.
    assertThat(front.get(front.size() - 1).leaves()).isLessThan(64);
  }

  @Test
  void treesAreFittedToAllTrainingRows() {
    TreeCandidate first = TreeFront.of(samples, folds, List.of(3), List.of(8), options).get(0);
    int[] rows = IntStream.range(0, samples.rows()).toArray();
    InputCoding coding = InputCoding.of(samples, rows, 3);
    assertThat(first.coding()).isEqualTo(coding);
    assertThat(first.tree())
        .isEqualTo(TreeGrowth.grow(CodeTable.of(coding, samples), rows, GrowthOptions.leaves(8)));
    assertThat(first.bits()).isEqualTo(3);
  }

  @Test
  void amongEqualOnesTheFewestBitsAreTaken() {
    double[][] features = new double[40][];
    int[] labels = new int[40];
    for (int r = 0; r < 40; r++) {
      features[r] = new double[] {r % 2, r};
      labels[r] = r % 2;
    }
    Samples even = new Samples(List.of("a", "b"), features, labels, List.of("0", "1"));
    StratifiedFolds own = StratifiedFolds.of(even, StratifiedFolds.Options.defaults(1));
    assertThat(TreeFront.of(even, own, List.of(4, 2, 3), List.of(3, 2), GrowthOptions.leaves(3)))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.bits()).isEqualTo(2))
        .satisfies(candidate -> assertThat(candidate.leaves()).isEqualTo(2));
  }

  private static Samples samples() {
    CodeTable table = Codes.table();
    double[][] features =
        Arrays.stream(Codes.rows())
            .map(row -> Arrays.stream(row).asDoubleStream().toArray())
            .toArray(double[][]::new);
    return new Samples(
        List.of("a", "b", "c", "d", "e"),
        features,
        IntStream.range(0, table.rows()).map(table::label).toArray(),
        List.of("0", "1", "2", "3"));
  }
}
