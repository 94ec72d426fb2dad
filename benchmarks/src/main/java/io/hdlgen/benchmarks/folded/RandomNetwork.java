package io.hdlgen.benchmarks.folded;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A network with weights at random and thresholds about as far apart as its sums spread, so that
 * all activations occur.
 */
final class RandomNetwork {
  private final int bits;
  private final Random random = new Random(1);

  private RandomNetwork(int bits) {
    this.bits = bits;
  }

  /**
   * A network.
   *
   * @param sizes inputs, then neurons of each layer
   * @param bits of inputs, weights and activations; at 1 bit all are -1 or +1
   */
  static IntegerNetwork of(List<Integer> sizes, int bits) {
    return new RandomNetwork(bits).build(sizes);
  }

  private IntegerNetwork build(List<Integer> sizes) {
    int classes = sizes.get(sizes.size() - 1);
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.size(); l++) {
      layers.add(layer("layer" + (l - 1), sizes.get(l - 1), sizes.get(l), l == sizes.size() - 1));
    }
    Encoding encoding = bits == 1 ? Encoding.BIPOLAR : Encoding.UNSIGNED;
    List<InputFeature> inputs =
        IntStream.range(0, sizes.get(0))
            .mapToObj(i -> InputFeature.filling("x" + i, bits, encoding, 1, 0, Rounding.HALF_EVEN))
            .toList();
    return new IntegerNetwork(
        "random",
        inputs,
        layers,
        new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0)),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  private DenseLayer layer(String name, int inputs, int outputs, boolean last) {
    long[][] weights = new long[outputs][inputs];
    long[][] thresholds = new long[outputs][];
    for (int n = 0; n < outputs; n++) {
      Arrays.setAll(weights[n], i -> weight());
      thresholds[n] = thresholds(weights[n]);
    }
    return new DenseLayer(
        name,
        LongMatrix.of(weights),
        LongVector.filled(outputs, 0),
        last ? new Activation.Identity() : activation(LongMatrix.of(thresholds)));
  }

  private Activation activation(LongMatrix thresholds) {
    return bits == 1
        ? new Activation.MultiThreshold(-1, 2, thresholds)
        : new Activation.MultiThreshold(0, 1, thresholds);
  }

  private long weight() {
    return bits == 1 ? 2 * random.nextInt(2) - 1 : random.nextInt(1 << bits) - (1 << (bits - 1));
  }

  private long[] thresholds(long[] weights) {
    double most = bits == 1 ? 1 : (1 << bits) - 1;
    double mean = 0;
    double variance = 0;
    for (long weight : weights) {
      mean += bits == 1 ? 0 : weight * most / 2;
      variance += weight * weight * (bits == 1 ? 1 : most * (most + 2) / 12);
    }
    int count = bits == 1 ? 1 : (1 << bits) - 1;
    List<Long> levels = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double place = 2.0 * (k + 0.5) / count - 1 + 0.1 * random.nextGaussian();
      levels.add(Math.round(mean + place * Math.sqrt(variance)));
    }
    Collections.sort(levels);
    return levels.stream().mapToLong(Long::longValue).toArray();
  }
}
