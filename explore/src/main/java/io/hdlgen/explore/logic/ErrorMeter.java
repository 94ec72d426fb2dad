package io.hdlgen.explore.logic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
  private final int[] from;
  private final int[] to;
  private final double[] groupMm2;
  private final long[] wrongRows;

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
    this.from = new int[groups.length];
    this.to = new int[groups.length];
    for (int g = 0; g < groups.length; g++) {
      long[] mask = groups[g];
      int[] used = IntStream.range(0, mask.length).filter(w -> mask[w] != 0).toArray();
      from[g] = used.length == 0 ? 0 : used[0];
      to[g] = used.length == 0 ? 0 : used[used.length - 1] + 1;
    }
    this.wrongRows = new long[bits.labelledWords()];
  }

  /**
   * The price in square millimetres.
   *
   * @param outputs {@code [code bits][words]}
   */
  double priceMm2(long[][] outputs) {
    for (int w = 0; w < wrongRows.length; w++) {
      wrongRows[w] = different(outputs, w);
    }
    double price = limited && beyond(outputs) ? limitMm2 : 0;
    for (int g = 0; g < groups.length; g++) {
      price += groupMm2[g] * wrong(g);
    }
    return price;
  }

  private int wrong(int group) {
    long[] mask = groups[group];
    int count = 0;
    for (int w = from[group]; w < to[group]; w++) {
      count += Long.bitCount(wrongRows[w] & mask[w]);
    }
    return count;
  }

  /** Whether a code is beyond the last class; a greater code means the last class. */
  private boolean beyond(long[][] outputs) {
    long[] ofLast = bits.classRows()[last];
    long beyond = 0;
    for (int w = 0; w < wrongRows.length; w++) {
      long above = LastClass.beyond(outputs, w, last);
      wrongRows[w] &= ~(above & ofLast[w]);
      beyond |= above & bits.labelledRows()[w];
    }
    for (int w = bits.labelledWords(); beyond == 0 && w < bits.words(); w++) {
      beyond |= LastClass.beyond(outputs, w, last) & bits.unlabelledRows()[w];
    }
    return beyond != 0;
  }

  private long different(long[][] outputs, int w) {
    long different = 0;
    for (int b = 0; b < outputs.length; b++) {
      different |= outputs[b][w] ^ bits.labelPlanes()[b][w];
    }
    return different;
  }
}
