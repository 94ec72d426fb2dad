package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Features converted to fewer bits: {@code floor(code / 2^d)} in the place of a code, where {@code
 * d} bits are lost, with weights of the first layer that are {@code 2^d} times as great. A feature
 * that loses all its bits stays where it is, but nothing reads it. Values that lie just between two
 * codes may come out one code higher than that.
 *
 * <p>Unlike {@link CutFeatures} it takes any weights, and the encoding changes with the code.
 * Source: as there.
 *
 * @param lost {@code [features]}, bits that each loses
 */
public record CoarserFeatures(LongVector lost) {
  private static final Set<Rounding> NEAREST =
      Set.of(Rounding.HALF_EVEN, Rounding.HALF_UP, Rounding.HALF_DOWN);

  public CoarserFeatures {
    for (long bits : lost.toArray()) {
      if (bits < 0) {
        throw new IllegalArgumentException("a feature that loses " + bits + " bits");
      }
    }
  }

  /** The most bits that a feature can lose; 0 of one that cannot be changed so. */
  public static int most(InputFeature feature) {
    return switch (feature.encoding()) {
      case THERMOMETER -> 0;
      case BIPOLAR -> 1;
      case UNSIGNED, SIGNED ->
          NEAREST.contains(feature.rounding()) || feature.rounding() == Rounding.FLOOR
              ? feature.bits()
              : 0;
    };
  }

  /**
   * The network with these features.
   *
   * @throws IllegalArgumentException if a feature cannot lose so many bits, there are more or fewer
   *     features, or thermometers among them, or the first layer groups
   * @throws ArithmeticException if a weight leaves the range of {@code long}
   */
  public IntegerNetwork apply(IntegerNetwork network) {
    if (lost.size() != network.inputs().size() || network.hasThermometers()) {
      throw new IllegalArgumentException(
          "bits of %d features for %d, none a thermometer"
              .formatted(lost.size(), network.inputs().size()));
    }
    DenseLayer first = network.layers().get(0);
    if (first.arithmetic() instanceof Arithmetic.SaturatedGroups) {
      throw new IllegalArgumentException("layer " + first.name() + " groups its inputs");
    }
    List<InputFeature> features = new ArrayList<>();
    long[][] weights = new long[first.outputs()][];
    for (int n = 0; n < weights.length; n++) {
      weights[n] = first.weights().row(n).toArray();
    }
    for (int i = 0; i < lost.size(); i++) {
      InputFeature feature = network.inputs().get(i);
      int bits = Math.toIntExact(lost.get(i));
      if (bits > most(feature)) {
        throw new IllegalArgumentException("feature " + feature.name() + " loses " + bits);
      }
      boolean all = bits > 0 && bits == feature.bits();
      features.add(all ? feature : coarser(feature, bits));
      for (long[] row : weights) {
        row[i] = all ? 0 : Math.multiplyExact(row[i], 1L << bits);
      }
    }
    List<DenseLayer> layers = new ArrayList<>(network.layers());
    layers.set(0, first.withWeights(LongMatrix.of(weights)));
    return new IntegerNetwork(
        network.name(), features, layers, network.decision(), network.classNames());
  }

  private static InputFeature coarser(InputFeature feature, int bits) {
    if (bits == 0 || feature.encoding() == Encoding.BIPOLAR) {
      return feature;
    }
    // The nearest code is the floor half a step further on.
    double half = feature.rounding() == Rounding.FLOOR ? 0 : feature.scale() / 2;
    return new InputFeature(
        feature.name(),
        feature.bits() - bits,
        feature.encoding(),
        feature.min() >> bits,
        feature.max() >> bits,
        feature.scale() * (1L << bits),
        feature.offset() - half,
        Rounding.FLOOR);
  }
}
