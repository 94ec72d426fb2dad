package io.hdlgen.benchmarks.estimates;

import io.hdlgen.benchmarks.BenchmarkNetwork;
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
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Networks of all kinds: 1 to 8 bits for inputs, weights and activations, thresholds or ReLU, one
 * to four layers, dense or sparse. Thresholds and biases follow the sums of random inputs, so that
 * every neuron and every class counts, as after training.
 */
final class RandomClassifier {
  private static final int MOST_THRESHOLD_BITS = 4;
  private static final int SAMPLES = 128;

  private final Random random;
  private final int inputBits;
  private final int weightBits;
  private final int actBits;
  private final boolean relu;
  private final double zeros;
  private final boolean powersOfTwo;

  private RandomClassifier(Random random) {
    this.random = random;
    inputBits = 1 + random.nextInt(8);
    weightBits = 1 + random.nextInt(8);
    relu = random.nextInt(3) == 0;
    actBits = 1 + random.nextInt(relu ? 8 : MOST_THRESHOLD_BITS);
    zeros = weightBits == 1 ? 0 : 0.3 * random.nextInt(3);
    powersOfTwo = weightBits > 2 && random.nextInt(4) == 0;
  }

  static IntegerNetwork of(Random random) {
    return new RandomClassifier(random).build();
  }

  private IntegerNetwork build() {
    int features = 2 + random.nextInt(random.nextBoolean() ? 8 : 40);
    Encoding encoding =
        inputBits == 1 && random.nextBoolean()
            ? Encoding.BIPOLAR
            : random.nextInt(4) == 0 ? Encoding.SIGNED : Encoding.UNSIGNED;
    List<InputFeature> inputs =
        IntStream.range(0, features)
            .mapToObj(
                i -> InputFeature.filling("x" + i, inputBits, encoding, 1, 0, Rounding.HALF_EVEN))
            .toList();
    int layers = 1 + random.nextInt(4);
    int scores = random.nextInt(5) == 0 ? 1 : 2 + random.nextInt(9);
    List<DenseLayer> all = new ArrayList<>();
    long[][] values = BenchmarkNetwork.codes(inputs, SAMPLES, random);
    for (int l = 0; l < layers; l++) {
      boolean last = l + 1 == layers;
      int neurons = last ? scores : 2 + random.nextInt(random.nextBoolean() ? 8 : 32);
      values = layer("layer" + l, neurons, values, last, all);
    }
    LongVector multipliers = LongVector.filled(scores, 1);
    LongVector offsets = LongVector.filled(scores, 0);
    Decision decision =
        scores == 1
            ? new Decision.Threshold(multipliers, offsets, 0)
            : new Decision.ArgMax(multipliers, offsets);
    return new IntegerNetwork(
        "random",
        inputs,
        all,
        decision,
        IntStream.range(0, Math.max(2, scores)).mapToObj(Integer::toString).toList());
  }

  /**
   * Adds a layer whose neurons are neither always the same nor far apart.
   *
   * @param values {@code [samples][inputs]}
   * @return what the layer makes of them, {@code [samples][neurons]}
   */
  private long[][] layer(
      String name, int neurons, long[][] values, boolean last, List<DenseLayer> layers) {
    long[][] weights = new long[neurons][values[0].length];
    long[] biases = new long[neurons];
    long[][] thresholds = new long[neurons][];
    long[][] sums = new long[SAMPLES][neurons];
    long most = 1;
    for (int n = 0; n < neurons; n++) {
      Arrays.setAll(weights[n], i -> weight());
      long[] sorted = new long[SAMPLES];
      for (int s = 0; s < SAMPLES; s++) {
        for (int i = 0; i < weights[n].length; i++) {
          sums[s][n] += weights[n][i] * values[s][i];
        }
        sorted[s] = sums[s][n];
      }
      Arrays.sort(sorted);
      if (relu || last) {
        biases[n] = -sorted[SAMPLES / 4 + random.nextInt(SAMPLES / 2)];
        for (int s = 0; s < SAMPLES; s++) {
          sums[s][n] += biases[n];
        }
        most = Math.max(most, sorted[SAMPLES - 1] + biases[n]);
      }
      thresholds[n] =
          random
              .ints((1 << actBits) - 1, SAMPLES / 16, SAMPLES - SAMPLES / 16)
              .sorted()
              .mapToLong(rank -> sorted[rank])
              .toArray();
    }
    Activation activation =
        last ? new Activation.Identity() : activation(LongMatrix.of(thresholds), most);
    layers.add(new DenseLayer(name, LongMatrix.of(weights), LongVector.of(biases), activation));
    for (long[] row : sums) {
      for (int n = 0; n < neurons; n++) {
        row[n] = value(activation, n, row[n]);
      }
    }
    return sums;
  }

  private Activation activation(LongMatrix thresholds, long most) {
    if (relu) {
      int wide = Long.SIZE - Long.numberOfLeadingZeros(most);
      return new Activation.ShiftRelu(Math.max(0, wide - actBits), actBits);
    }
    return actBits == 1
        ? new Activation.MultiThreshold(-1, 2, thresholds)
        : new Activation.MultiThreshold(0, 1, thresholds);
  }

  private static long value(Activation activation, int neuron, long sum) {
    if (activation instanceof Activation.ShiftRelu shift) {
      return Math.min(Math.max(0, sum) >> shift.drop(), (1L << shift.bits()) - 1);
    }
    if (activation instanceof Activation.MultiThreshold multi) {
      long count = 0;
      for (int level = 0; level < multi.thresholds().columns(); level++) {
        count += multi.thresholds().get(neuron, level) <= sum ? 1 : 0;
      }
      return multi.first() + multi.step() * count;
    }
    return sum;
  }

  private long weight() {
    if (random.nextDouble() < zeros) {
      return 0;
    }
    if (weightBits == 1) {
      return 2 * random.nextInt(2) - 1;
    }
    if (powersOfTwo) {
      return (2L * random.nextInt(2) - 1) << random.nextInt(weightBits - 1);
    }
    return random.nextInt(1 << weightBits) - (1 << (weightBits - 1));
  }
}
