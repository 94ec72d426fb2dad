package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeValidationTest {
  /** What a fold was scaled and grown by are its training rows alone: computed again by hand. */
  @Test
  void everyRowIsJudgedByTreesThatNeverMetIt() {
    Random random = new Random(6);
    double[][] features = new double[90][2];
    int[] labels = new int[90];
    for (int r = 0; r < 90; r++) {
      labels[r] = r % 3;
      features[r][0] = labels[r] + random.nextGaussian();
      // Far out: the range depends on which rows set it.
      features[r][1] = Math.exp(3 * random.nextGaussian());
    }
    Samples samples = new Samples(List.of("a", "b"), features, labels, List.of("0", "1", "2"));
    StratifiedFolds folds = StratifiedFolds.of(samples, new StratifiedFolds.Options(5, 2, true, 3));
    GrowthOptions options = GrowthOptions.leaves(6);
    int right = 0;
    for (Split split : folds.splits()) {
      InputCoding coding = InputCoding.of(samples, split.training(), 3);
      DecisionTree tree = TreeGrowth.grow(CodeTable.of(coding, samples), split.training(), options);
      int[] predicted = tree.prune(4).classify(coding.encode(features));
      for (int row : split.validation()) {
        right += predicted[row] == labels[row] ? 1 : 0;
      }
    }
    SizeCurve curve = TreeValidation.curve(samples, folds, 3, options);
    assertThat(curve.accuracy(4)).isCloseTo(right / 180.0, within(1e-12));
    assertThat(curve.maxLeaves()).isEqualTo(6);
  }
}
