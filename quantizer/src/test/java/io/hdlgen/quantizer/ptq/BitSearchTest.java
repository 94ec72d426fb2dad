package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.format.WeightFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The search on made-up accuracies, whose optimum is known. */
class BitSearchTest {
  private static final double[] SHARES = {5, 2, 3};

  private final List<BitTrial> trials = new ArrayList<>();

  /** The weight bits of two layers and the value bits between them. */
  private static int[] bits(List<LayerPrecision> layers) {
    return new int[] {
      weightBits(layers.get(0)), layers.get(0).activationBits(), weightBits(layers.get(1))
    };
  }

  private static int weightBits(LayerPrecision layer) {
    return layer.weights() instanceof WeightFormat.Integers integers ? integers.bits() : 1;
  }

  private static double cost(int[] bits) {
    return SHARES[0] * bits[0] + SHARES[1] * bits[1] + SHARES[2] * bits[2];
  }

  private BitTrial search(double least, int maxTrials, ToDoubleFunction<int[]> accuracy) {
    trials.clear();
    return new BitSearch(
            2,
            least,
            1e-4,
            maxTrials,
            layers -> {
              int[] bits = bits(layers);
              BitTrial trial = new BitTrial(layers, accuracy.applyAsDouble(bits), cost(bits));
              trials.add(trial);
              return trial;
            })
        .run();
  }

  @Test
  void lossesThatDoNotAddUpAreMetOnTheWholeNetwork() {
    // Each layer alone may go down to 2 bits for next to nothing; not both of them.
    ToDoubleFunction<int[]> accuracy =
        bits -> 1 - 0.0005 * (24 - bits[0] - bits[1] - bits[2]) / 18 - 0.01 * missing(bits);
    BitTrial found = search(0.995, 150, accuracy);

    assertThat(found.accuracy()).isGreaterThanOrEqualTo(0.995);
    int[] bits = bits(found.layers());
    assertThat(missing(bits)).isZero();
    // The first layer costs more: it is the one to be lowered.
    assertThat(bits).containsExactly(1, 1, 5);
  }

  private static int missing(int[] bits) {
    return Math.max(0, 6 - bits[0] - bits[2]);
  }

  @Test
  void bitsAreTradedWhereNoSingleOneCanBeLowered() {
    // What counts is the sum; the greedy start at 4, 4, 4 cannot lower anything.
    BitTrial found = search(0, 150, bits -> bits[0] + bits[1] + bits[2] >= 12 ? 0 : -1);

    assertThat(bits(found.layers())).containsExactly(1, 8, 3);
  }

  @Test
  void fewerBitsThatDoBetterAreFound() {
    // 3 bits fail where 4 and 2 succeed.
    BitTrial found = search(0, 150, bits -> bits[0] == 3 || bits[0] == 1 || bits[2] < 4 ? -1 : 0);

    assertThat(bits(found.layers())).containsExactly(2, 1, 4);
  }

  @Test
  void nothingSufficientGivesTheMostAccurate() {
    BitTrial found = search(2, 150, bits -> 1 - 0.1 * Math.abs(bits[0] - 6));

    assertThat(bits(found.layers())).containsExactly(6, 6, 6);
    assertThat(trials).hasSize(8);
  }

  @Test
  void resultIsInsideTheDropAndNotDearerThanAnyUniformChoice() {
    double overhead = 0;
    for (int seed = 0; seed < 50; seed++) {
      double[] harm = new Random(seed).doubles(6).map(x -> 0.02 * x).toArray();
      ToDoubleFunction<int[]> accuracy = bits -> accuracy(bits, harm);
      double least = accuracy.applyAsDouble(new int[] {8, 8, 8}) - 0.01;
      BitTrial found = search(least, 150, accuracy);

      assertThat(found.accuracy()).isGreaterThanOrEqualTo(least);
      assertThat(trials).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(150);
      double optimum = Double.POSITIVE_INFINITY;
      for (int code = 0; code < 512; code++) {
        int[] bits = {1 + code / 64, 1 + code / 8 % 8, 1 + code % 8};
        if (accuracy.applyAsDouble(bits) >= least) {
          optimum = Math.min(optimum, cost(bits));
          boolean uniform = bits[0] == bits[1] && bits[1] == bits[2];
          assertThat(!uniform || found.cost() <= cost(bits)).isTrue();
        }
      }
      overhead += found.cost() / optimum - 1;
      assertThat(search(least, 150, accuracy)).isEqualTo(found);
      assertThat(search(least, 12, accuracy).accuracy()).isGreaterThanOrEqualTo(least);
      assertThat(trials).hasSizeLessThanOrEqualTo(12);
    }
    assertThat(overhead / 50).isLessThan(0.02);
  }

  /** Each layer's harm halves with every bit; pairs harm each other. */
  private static double accuracy(int[] bits, double[] harm) {
    double[] noise = Arrays.stream(bits).mapToDouble(b -> 2.0 / (1 << b)).toArray();
    double lost = 0;
    for (int i = 0; i < 3; i++) {
      lost += harm[i] * noise[i] + 4 * harm[3 + i] * noise[i] * noise[(i + 1) % 3];
    }
    return 1 - lost;
  }
}
