package io.hdlgen.quantizer.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.RandomBitNetworks;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockModelTest {
  private static final int NETWORKS = 300;

  @Test
  void exactNetworksGiveWhatTheReferenceGives() {
    int vectorized = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      vectorized += compare("seed " + seed, network, random.codes(network, 100)) ? 1 : 0;
    }
    // Large weights need the reference, but most of these networks do not.
    assertThat(vectorized).isBetween(NETWORKS / 4, NETWORKS - 1);
  }

  @Test
  void approximateNetworksGiveWhatTheReferenceGives() {
    for (int seed = 0; seed < NETWORKS / 3; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.nextApproximate();
      compare("approximate, seed " + seed, network, random.codes(network, 40));
    }
  }

  @Test
  void decisionsOnBitsGiveWhatTheReferenceGives() {
    for (int seed = 0; seed < NETWORKS / 3; seed++) {
      IntegerNetwork network = new RandomBitNetworks(seed).next();
      compare("bits, seed " + seed, network, new RandomNetworks(seed).codes(network, 40));
    }
  }

  /** As detectors are: wide, few bits, several full groups of inputs. */
  @Test
  void wideNetworksOfFewBitsGiveWhatTheReferenceGives() {
    for (int bits = 1; bits <= 4; bits++) {
      IntegerNetwork network = wide(bits, 40, 37, 22, 4);
      assertThat(new BlockModel(network).isVectorized()).isTrue();
      compare(bits + " bits", network, new RandomNetworks(bits).codes(network, 300));
    }
  }

  /** The greatest sums that there may be, and the first that are too great. */
  @Test
  void sumsUpToTheLimitAreVectorized() {
    for (int weight : new int[] {128, 129}) {
      IntegerNetwork network = single(weight);
      boolean vectorized =
          compare("weight " + weight, network, new long[][] {{0}, {127}, {128}, {254}, {255}});
      assertThat(vectorized).isEqualTo(weight == 128);
    }
  }

  private static boolean compare(String what, IntegerNetwork network, long[][] codes) {
    BlockModel model = new BlockModel(network);
    ReferenceModel.Results expected = new ReferenceModel(network).results(codes, 1);
    BlockModel.Worker worker = model.worker();
    Verdicts verdicts = model.verdicts();
    CodeBlock block = model.block();
    // Two blocks of different length through the same worker: nothing may be left of the first.
    int cut = codes.length * 2 / 3;
    for (int[] part : new int[][] {{0, cut}, {cut, codes.length}}) {
      block.clear();
      for (int r = part[0]; r < part[1]; r++) {
        block.add(Arrays.stream(codes[r]).mapToInt(code -> (int) code).toArray());
      }
      worker.evaluate(block, verdicts);
      for (int r = part[0]; r < part[1]; r++) {
        int row = r - part[0];
        assertThat(verdicts.classes()[row])
            .as("%s, row %d", what, r)
            .isEqualTo(expected.classes()[r]);
        for (int k = 0; k < network.scores(); k++) {
          assertThat(verdicts.scores()[k][row])
              .as("%s, row %d, score %d", what, r, k)
              .isEqualTo(expected.scores()[r][k]);
        }
      }
    }
    return model.isVectorized();
  }

  private static IntegerNetwork single(int weight) {
    DenseLayer layer =
        new DenseLayer(
            "only",
            LongMatrix.of(new long[][] {{weight}}),
            LongVector.of(3),
            new Activation.MultiThreshold(
                0, 1, LongMatrix.of(new long[][] {{4, 127L * weight + 3, 255L * weight + 3}})));
    return new IntegerNetwork(
        "single",
        List.of(feature("x")),
        List.of(layer),
        new Decision.Threshold(LongVector.of(1), LongVector.of(0), 2),
        List.of("no", "yes"));
  }

  private static IntegerNetwork wide(int bits, int... widths) {
    Random random = new Random(bits);
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < widths[0]; i++) {
      inputs.add(feature("x" + i));
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      boolean first = l == 1;
      long[][] weights = new long[widths[l]][widths[l - 1]];
      for (long[] row : weights) {
        Arrays.setAll(row, i -> (random.nextInt(1 << bits) - (1 << bits - 1)) / (first ? 2 : 1));
      }
      long[][] thresholds = new long[widths[l]][(1 << bits) - 1];
      for (long[] row : thresholds) {
        Arrays.setAll(row, t -> random.nextInt(first ? 4000 : 60) - (first ? 3000 : 40));
        Arrays.sort(row);
      }
      boolean last = l == widths.length - 1;
      layers.add(
          new DenseLayer(
              "layer" + l,
              LongMatrix.of(weights),
              LongVector.filled(widths[l], l),
              last
                  ? new Activation.Identity()
                  : new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds))));
    }
    LongVector ones = LongVector.filled(4, 1);
    return new IntegerNetwork(
        "wide",
        inputs,
        layers,
        new Decision.ArgMax(ones, LongVector.filled(4, 0)),
        List.of("a", "b", "c", "d"));
  }

  private static InputFeature feature(String name) {
    return InputFeature.filling(name, 8, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN);
  }
}
