package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How real features become codes: {@code floor((x - min) / (max - min) * 2^bits)}, limited to
 * {@code 0 .. 2^bits - 1}, with the least and greatest value among given rows, or those that some
 * of the rows lie beyond. What an analogue to digital converter does whose range was set to those
 * values.
 *
 * @param features one a feature, unsigned
 */
public record InputCoding(List<InputFeature> features) {
  private static final double MOST_TRIM = 0.5;

  public InputCoding {
    features = List.copyOf(features);
  }

  /** The coding with as many bits for each feature, from its least to its greatest value. */
  public static InputCoding of(Samples samples, int[] rows, int bits) {
    return of(samples, rows, bits, 0);
  }

  /**
   * The coding fitted to these rows and to no others. A feature that is the same in all of them has
   * code 0 there.
   *
   * @param rows at least one
   * @param bits of each feature, from 1
   * @param trim the share of the rows that lie beyond either end of the range, 0 to below one half;
   *     a feature of which that leaves nothing takes its whole range
   */
  public static InputCoding of(Samples samples, int[] rows, int bits, double trim) {
    if (rows.length == 0 || !(trim >= 0 && trim < MOST_TRIM)) {
      throw new IllegalArgumentException("%d rows, %s of them beyond".formatted(rows.length, trim));
    }
    List<String> names = samples.featureNames();
    List<InputFeature> features = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      double[] values =
          Arrays.stream(rows)
              .mapToDouble(row -> samples.features()[row][column])
              .sorted()
              .toArray();
      int beyond = (int) (trim * rows.length);
      boolean trimmed = values[values.length - 1 - beyond] > values[beyond];
      double min = values[trimmed ? beyond : 0];
      double max = values[values.length - 1 - (trimmed ? beyond : 0)];
      // Dividing by a power of two is exact, so the code is that of the formula to the last bit.
      double scale = max > min ? Math.scalb(max - min, -bits) : 1;
      features.add(
          InputFeature.filling(names.get(i), bits, Encoding.UNSIGNED, scale, min, Rounding.FLOOR));
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
