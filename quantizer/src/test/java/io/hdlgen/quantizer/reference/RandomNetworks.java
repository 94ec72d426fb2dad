package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small random networks of every kind, and codes for them, from a seed. */
public final class RandomNetworks {
  private final Random random;

  public RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A network of 1 to 4 layers of 1 to 12 neurons, now and then with large numbers, but never with
   * sums that may leave the range of {@code long}.
   */
  public IntegerNetwork next() {
    while (true) {
      IntegerNetwork network = any();
      try {
        NetworkRanges.of(network);
        return network;
      } catch (ArithmeticException beyondLong) {
        // Draw again.
      }
    }
  }

  private IntegerNetwork any() {
    int magnitude = random.nextInt(6) == 0 ? 1 << 18 : 1 << random.nextInt(8);
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0, features = 1 + random.nextInt(9); i < features; i++) {
      inputs.add(feature("x" + i));
    }
    List<DenseLayer> layers = new ArrayList<>();
    int width = inputs.size();
    for (int l = 0, count = 1 + random.nextInt(4); l < count; l++) {
      int outputs = 1 + random.nextInt(12);
      layers.add(layer("layer" + l, width, outputs, magnitude));
      width = outputs;
    }
    Decision decision = decision(width, magnitude);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < IntegerNetwork.classes(decision); k++) {
      names.add("class " + k);
    }
    return new IntegerNetwork("random", inputs, layers, decision, names);
  }

  /** Codes for a network, {@code [rows][features]}; many of them at the ends of their ranges. */
  public long[][] codes(IntegerNetwork network, int rows) {
    long[][] codes = new long[rows][network.inputs().size()];
    for (long[] row : codes) {
      for (int i = 0; i < row.length; i++) {
        row[i] = code(network.inputs().get(i));
      }
    }
    return codes;
  }

  private long code(InputFeature feature) {
    int kind = random.nextInt(4);
    if (feature.encoding() == Encoding.BIPOLAR || kind == 0) {
      return random.nextBoolean() ? feature.min() : feature.max();
    }
    return random.nextLong(feature.min(), feature.max() + 1);
  }

  private InputFeature feature(String name) {
    Encoding encoding = Encoding.values()[random.nextInt(3)];
    Rounding rounding = Rounding.values()[random.nextInt(Rounding.values().length)];
    double scale = Math.scalb(random.nextGaussian() + 1e-3, random.nextInt(30) - 15);
    double offset = random.nextBoolean() ? 0 : random.nextGaussian();
    int bits = encoding == Encoding.BIPOLAR ? 1 : 1 + random.nextInt(8);
    if (encoding == Encoding.SIGNED && bits > 1 && random.nextBoolean()) {
      long max = (1L << (bits - 1)) - 1;
      return new InputFeature(name, bits, encoding, -max, max, scale, offset, rounding);
    }
    return InputFeature.filling(name, bits, encoding, scale, offset, rounding);
  }

  private DenseLayer layer(String name, int inputs, int outputs, int magnitude) {
    long[][] weights = new long[outputs][inputs];
    for (long[] row : weights) {
      if (random.nextInt(8) > 0) {
        Arrays.setAll(row, i -> number(magnitude));
      }
    }
    long[] biases = new long[outputs];
    Arrays.setAll(biases, n -> number(4 * magnitude));
    return new DenseLayer(
        name, LongMatrix.of(weights), LongVector.of(biases), activation(outputs, magnitude));
  }

  private Activation activation(int outputs, int magnitude) {
    return switch (random.nextInt(4)) {
      case 0 -> new Activation.Identity();
      case 1 -> new Activation.ShiftRelu(random.nextInt(8), 1 + random.nextInt(8));
      case 2 -> new Activation.MultiThreshold(-1, 2, thresholds(outputs, 1, magnitude));
      default ->
          new Activation.MultiThreshold(
              number(8),
              1 + random.nextInt(3),
              thresholds(outputs, random.nextInt(50), 20 * magnitude));
    };
  }

  private LongMatrix thresholds(int outputs, int levels, int magnitude) {
    List<LongVector> rows = new ArrayList<>();
    for (int n = 0; n < outputs; n++) {
      long[] row = new long[levels];
      Arrays.setAll(row, t -> random.nextInt(20) == 0 ? extreme() : number(magnitude));
      Arrays.sort(row);
      rows.add(LongVector.of(row));
    }
    return LongMatrix.ofRows(rows, levels);
  }

  private long extreme() {
    return random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  private Decision decision(int width, int magnitude) {
    long[] multipliers = new long[width];
    long[] offsets = new long[width];
    boolean plain = random.nextBoolean();
    Arrays.setAll(multipliers, k -> plain ? 1 : 1 + random.nextInt(magnitude));
    Arrays.setAll(offsets, k -> plain ? 0 : number(magnitude));
    LongVector m = LongVector.of(multipliers);
    LongVector c = LongVector.of(offsets);
    if (width == 1 && random.nextBoolean()) {
      return new Decision.Threshold(m, c, number(magnitude));
    }
    return random.nextInt(4) == 0 ? new Decision.Scores(m, c) : new Decision.ArgMax(m, c);
  }

  private long number(int magnitude) {
    return random.nextInt(2 * magnitude + 1) - magnitude;
  }
}
