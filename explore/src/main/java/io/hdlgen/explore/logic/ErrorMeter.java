package io.hdlgen.explore.logic;

import java.util.LinkedHashMap;
import java.util.Map;

/** The error of output bits on labelled rows, and the share of invalid codes among the others. */
final class ErrorMeter {
  private final LabelledBits bits;
  private final double errorMm2;
  private final double invalidMm2;
  private final long[][] groups;
  private final double[] groupMm2;

  ErrorMeter(LabelledBits bits, Objective objective) {
    this.bits = bits;
    this.errorMm2 = objective.errorMm2();
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
    this.groupMm2 = masks.keySet().stream().mapToDouble(weight -> weight * errorMm2).toArray();
    int unlabelled = 0;
    for (long word : bits.unlabelledRows()) {
      unlabelled += Long.bitCount(word);
    }
    this.invalidMm2 = unlabelled == 0 ? 0 : objective.invalidMm2() / unlabelled;
  }

  /**
   * The price of the errors in square millimetres.
   *
   * @param outputs {@code [code bits][words]}
   */
  double priceMm2(long[][] outputs) {
    int labelled = bits.labelledWords();
    int[] wrong = new int[groups.length];
    long[][] planes = bits.labelPlanes();
    for (int w = 0; w < labelled; w++) {
      long different = 0;
      for (int b = 0; b < planes.length; b++) {
        different |= outputs[b][w] ^ planes[b][w];
      }
      if (different != 0) {
        for (int g = 0; g < groups.length; g++) {
          wrong[g] += Long.bitCount(different & groups[g][w]);
        }
      }
    }
    double price = 0;
    for (int g = 0; g < groups.length; g++) {
      price += groupMm2[g] * wrong[g];
    }
    return invalidMm2 == 0 ? price : price + invalidMm2 * invalid(outputs);
  }

  private int invalid(long[][] outputs) {
    int last = bits.classes() - 1;
    int count = 0;
    for (int w = bits.labelledWords(); w < bits.words(); w++) {
      long greater = 0;
      long equal = bits.unlabelledRows()[w];
      for (int b = outputs.length - 1; b >= 0; b--) {
        if ((last >> b & 1) == 0) {
          greater |= equal & outputs[b][w];
          equal &= ~outputs[b][w];
        } else {
          equal &= outputs[b][w];
        }
      }
      count += Long.bitCount(greater);
    }
    return count;
  }
}
