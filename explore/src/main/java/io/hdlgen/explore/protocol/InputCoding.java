package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How real features become codes: {@code floor((x - min) / (max - min) * 2^bits)}, limited to
 * {@code 0 .. 2^bits - 1}, with the least and greatest value among given rows. What an analogue to
 * digital converter does whose range was set to those values.
 *
 * @param features one a feature, unsigned
 */
public record InputCoding(List<InputFeature> features) {
  public InputCoding {
    features = List.copyOf(features);
  }

  /**
   * The coding with as many bits for each feature, fitted to these rows and to no others.
   *
   * @param rows at least one
   * @param bits from 1
   */
  public static InputCoding of(Samples samples, int[] rows, int bits) {
    return of(samples, rows, Collections.nCopies(samples.featureNames().size(), bits));
  }

  /**
   * The coding fitted to these rows and to no others. A feature that is the same in all of them has
   * code 0 there.
   *
   * @param rows at least one
   * @param bits one a feature, from 1
   */
  public static InputCoding of(Samples samples, int[] rows, List<Integer> bits) {
    List<String> names = samples.featureNames();
    if (rows.length == 0 || bits.size() != names.size()) {
      throw new IllegalArgumentException(
          "%d rows; bits of %d features, not %d".formatted(rows.length, bits.size(), names.size()));
    }
    List<InputFeature> features = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int row : rows) {
        min = Math.min(min, samples.features()[row][i]);
        max = Math.max(max, samples.features()[row][i]);
      }
      // Dividing by a power of two is exact, so the code is that of the formula to the last bit.
      double scale = max > min ? Math.scalb(max - min, -bits.get(i)) : 1;
      features.add(
          InputFeature.filling(
              names.get(i), bits.get(i), Encoding.UNSIGNED, scale, min, Rounding.FLOOR));
    }
    return new InputCoding(features);
  }

  /**
   * The codes of rows, {@code [rows][features]}.
   *
   * @param rows {@code [rows][features]}
   */
  public long[][] encode(double[][] rows) {
    long[][] codes = new long[rows.length][features.size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = features.get(i).encode(rows[r][i]);
      }
    }
    return codes;
  }
}
