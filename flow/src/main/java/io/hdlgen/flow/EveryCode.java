package io.hdlgen.flow;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import java.util.Arrays;
import java.util.OptionalInt;

/** Every combination of codes that the features of a network can have. */
final class EveryCode {
  private EveryCode() {}

  /** How many there are; empty if more than {@code most}. */
  static OptionalInt count(IntegerNetwork network, int most) {
    long product = 1;
    for (InputFeature feature : network.inputs()) {
      long choices = choices(feature);
      // A range of all longs has a size that is none.
      if (choices < 1 || choices > most) {
        return OptionalInt.empty();
      }
      product *= choices;
      if (product > most) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of((int) product);
  }

  /**
   * These rows with all combinations behind them, the first feature changing fastest.
   *
   * @param combinations as {@link #count} has it
   */
  static long[][] behind(long[][] rows, IntegerNetwork network, int combinations) {
    long[][] all = Arrays.copyOf(rows, rows.length + combinations);
    for (int c = 0; c < combinations; c++) {
      long rest = c;
      long[] row = new long[network.inputs().size()];
      for (int i = 0; i < row.length; i++) {
        InputFeature feature = network.inputs().get(i);
        long choices = choices(feature);
        row[i] = code(feature, rest % choices);
        rest /= choices;
      }
      all[rows.length + c] = row;
    }
    return all;
  }

  private static long choices(InputFeature feature) {
    Interval range = feature.range();
    return feature.encoding() == Encoding.BIPOLAR ? 2 : range.max() - range.min() + 1;
  }

  private static long code(InputFeature feature, long choice) {
    return feature.encoding() == Encoding.BIPOLAR ? 2 * choice - 1 : feature.range().min() + choice;
  }
}
