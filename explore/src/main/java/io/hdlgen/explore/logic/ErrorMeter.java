package io.hdlgen.explore.logic;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The price of wrong rows, and of codes beyond the last class, which mean the last class but take
 * gates to make it of them.
 */
final class ErrorMeter {
  private final LabelledBits bits;
  private final double limitMm2;
  private final boolean limited;
  private final int last;
  private final long[][] groups;
  private final double[] groupMm2;

  ErrorMeter(LabelledBits bits, Objective objective) {
    this.bits = bits;
    this.limitMm2 = objective.limitMm2();
    this.last = bits.classes() - 1;
    this.limited = 1 << bits.labelPlanes().length > bits.classes();
    double[] weights = objective.rowWeights(bits.classCounts());
    Map<Double, long[]> masks = new LinkedHashMap<>();
    for (int k = 0; k < weights.length; k++) {
      long[] rows = bits.classRows()[k];
      long[] mask = masks.computeIfAbsent(weights[k], weight -> new long[rows.length]);
      for (int w = 0; w < rows.length; w++) {
        mask[w] |= rows[w];
      }
    }
    this.groups = masks.values().toArray(long[][]::new);
    this.groupMm2 =
        masks.keySet().stream().mapToDouble(weight -> weight * objective.errorMm2()).toArray();
  }

  /**
   * The price in square millimetres.
   *
   * @param outputs {@code [code bits][words]}
   */
  double priceMm2(long[][] outputs) {
    int[] wrong = new int[groups.length];
    long beyond = 0;
    for (int w = 0; w < bits.labelledWords(); w++) {
      long different = different(outputs, w);
      if (limited) {
        long ofLast = bits.classRows()[last][w];
        long above = LastClass.beyond(outputs, w, last);
        // A greater code means the last class.
        different &= ~(above & ofLast);
        beyond |= above & bits.labelledRows()[w];
      }
      if (different != 0) {
        for (int g = 0; g < groups.length; g++) {
          wrong[g] += Long.bitCount(different & groups[g][w]);
        }
      }
    }
    for (int w = bits.labelledWords(); limited && beyond == 0 && w < bits.words(); w++) {
      beyond |= LastClass.beyond(outputs, w, last) & bits.unlabelledRows()[w];
    }
    double price = beyond == 0 ? 0 : limitMm2;
    for (int g = 0; g < groups.length; g++) {
      price += groupMm2[g] * wrong[g];
    }
    return price;
  }

  private long different(long[][] outputs, int w) {
    long different = 0;
    for (int b = 0; b < outputs.length; b++) {
      different |= outputs[b][w] ^ bits.labelPlanes()[b][w];
    }
    return different;
  }
}
