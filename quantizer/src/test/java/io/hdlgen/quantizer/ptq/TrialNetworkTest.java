package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialNetworkTest {
  private static final int ROWS = 60;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void changesFollowedRowByRowEqualAFreshEvaluation(int outputs) {
    Random random = new Random(outputs);
    List<IntegerLayer> layers = layers(random, 6, 8, 7, 5, outputs);
    double[][] features = new double[ROWS][6];
    double[][] logits = new double[ROWS][outputs];
    double[] biases = new double[outputs];
    for (int r = 0; r < ROWS; r++) {
      Arrays.setAll(features[r], i -> random.nextInt(4));
      Arrays.setAll(logits[r], k -> 2 * random.nextGaussian());
    }
    DistillationLoss loss = new DistillationLoss(logits, 0.1, biases);
    TrialNetwork trial = new TrialNetwork(layers, features, loss);
    int kept = 0;
    for (int change = 0; change < 2000; change++) {
      int l = random.nextInt(layers.size());
      int n = random.nextInt(layers.get(l).outputs());
      int i = random.nextInt(layers.get(l).inputs());
      int weight = random.nextInt(3) - 1;
      double before = trial.meanLoss();
      boolean better = trial.tryChange(l, n, i, weight, random.nextInt(5) - 2);
      kept += better ? 1 : 0;
      if (better) {
        assertThat(trial.meanLoss()).isLessThan(before);
      } else {
        assertThat(trial.meanLoss()).isEqualTo(before);
      }
    }
    trial.tryScale(1.1);

    TrialNetwork fresh =
        new TrialNetwork(layers, features, new DistillationLoss(logits, loss.scale(), biases));
    assertThat(kept).isGreaterThan(10);
    assertThat(trial.meanLoss()).isCloseTo(fresh.meanLoss(), within(1e-12));
    for (int l = 0; l < layers.size(); l++) {
      for (int r = 0; r < ROWS; r++) {
        for (int i = 0; i < layers.get(l).inputs(); i++) {
          assertThat(trial.value(l, r, i)).isEqualTo(fresh.value(l, r, i));
        }
      }
    }
  }

  private static List<IntegerLayer> layers(Random random, int... widths) {
    List<IntegerLayer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      int[][] weights = new int[widths[l]][widths[l - 1]];
      long[][] thresholds = new long[widths[l]][3];
      for (int n = 0; n < weights.length; n++) {
        Arrays.setAll(weights[n], i -> random.nextInt(4) - 2);
        Arrays.setAll(thresholds[n], k -> random.nextInt(10) - 5);
        Arrays.sort(thresholds[n]);
      }
      layers.add(
          l == widths.length - 1
              ? IntegerLayer.last("last", weights)
              : new IntegerLayer("hidden" + l, weights, thresholds, new ValueCodes(-2, 1, 3)));
    }
    return layers;
  }
}
