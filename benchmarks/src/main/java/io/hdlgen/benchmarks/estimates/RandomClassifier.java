package io.hdlgen.benchmarks.estimates;

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
 * to four layers, dense or sparse.
 */
final class RandomClassifier {
  private static final int MOST_THRESHOLD_BITS = 4;

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
    Values values = Values.of(inputs.get(0));
    int width = features;
    for (int l = 0; l < layers; l++) {
      boolean last = l + 1 == layers;
      int neurons = last ? scores : 2 + random.nextInt(random.nextBoolean() ? 8 : 32);
      all.add(layer("layer" + l, width, neurons, values, last));
      values = relu ? Values.upTo((1 << actBits) - 1) : thresholded();
      width = neurons;
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

  private Values thresholded() {
    return actBits == 1 ? new Values(0, 1) : Values.upTo((1 << actBits) - 1);
  }

  private DenseLayer layer(String name, int inputs, int outputs, Values values, boolean last) {
    long[][] weights = new long[outputs][inputs];
    long[] biases = new long[outputs];
    long[][] thresholds = new long[outputs][];
    double spread = 0;
    for (int n = 0; n < outputs; n++) {
      Arrays.setAll(weights[n], i -> weight());
      double mean = values.mean() * Arrays.stream(weights[n]).sum();
      double deviation =
          values.deviation()
              * Math.sqrt(Arrays.stream(weights[n]).mapToDouble(w -> (double) w * w).sum());
      spread = Math.max(spread, Math.abs(mean) + 2 * deviation);
      thresholds[n] = thresholds(mean, deviation);
      if (relu) {
        biases[n] = Math.round(random.nextGaussian() * deviation);
      }
    }
    return new DenseLayer(
        name,
        LongMatrix.of(weights),
        LongVector.of(biases),
        last ? new Activation.Identity() : activation(LongMatrix.of(thresholds), spread));
  }

  private Activation activation(LongMatrix thresholds, double spread) {
    if (relu) {
      int wide = Long.SIZE - Long.numberOfLeadingZeros((long) spread);
      return new Activation.ShiftRelu(Math.max(0, wide - actBits), actBits);
    }
    return actBits == 1
        ? new Activation.MultiThreshold(-1, 2, thresholds)
        : new Activation.MultiThreshold(0, 1, thresholds);
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

  private long[] thresholds(double mean, double deviation) {
    return random
        .doubles((1 << actBits) - 1)
        .mapToLong(place -> Math.round(mean + (3 * place - 1.5) * deviation))
        .sorted()
        .toArray();
  }

  /** What is known of the values that a layer takes. */
  private record Values(double mean, double deviation) {
    static Values upTo(long most) {
      return new Values(most / 2.0, most / Math.sqrt(12));
    }

    static Values of(InputFeature feature) {
      return new Values(
          (feature.min() + feature.max()) / 2.0, (feature.max() - feature.min()) / Math.sqrt(12));
    }
  }
}
