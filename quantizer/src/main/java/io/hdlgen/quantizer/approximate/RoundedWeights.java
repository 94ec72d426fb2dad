package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Each weight becomes the level of a format that is nearest to it, the greater in magnitude of two:
 * powers of two ({@link WeightFormat.PowersOfTwo}) need no adder for a product, k signed digits
 * ({@link WeightFormat.SignedDigits}) k - 1 of them. Weights beyond the highest level become that.
 *
 * <p>Source: those of the formats.
 */
public record RoundedWeights(WeightFormat format) implements LayerApproximation {
  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    long[] levels = format.levels();
    long[][] rounded = new long[layer.outputs()][];
    for (int n = 0; n < rounded.length; n++) {
      rounded[n] = layer.weights().row(n).toArray();
      for (int i = 0; i < rounded[n].length; i++) {
        rounded[n][i] = nearest(levels, rounded[n][i]);
      }
    }
    return layer.withWeights(LongMatrix.of(rounded));
  }

  private static long nearest(long[] levels, long weight) {
    int found = Arrays.binarySearch(levels, weight);
    int above = found >= 0 ? found : -found - 1;
    if (found >= 0 || above == 0) {
      return levels[above];
    }
    if (above == levels.length) {
      return levels[above - 1];
    }
    long low = levels[above - 1];
    long high = levels[above];
    long toLow = weight - low;
    long toHigh = high - weight;
    return toLow < toHigh || (toLow == toHigh && Math.abs(low) > Math.abs(high)) ? low : high;
  }
}
