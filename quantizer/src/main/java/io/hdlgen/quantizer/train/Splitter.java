package io.hdlgen.quantizer.train;

import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;

/** Keeps part of the rows back, class by class, at random. */
final class Splitter {
  private Splitter() {}

  /** The split; every class that has rows keeps at least one to learn from. */
  static Split split(int[] labels, int classes, double fraction, long seed) {
    boolean[] validation = new boolean[labels.length];
    Well19937c random = new Well19937c(seed ^ 0x5b1a7e5L);
    for (int k = 0; k < classes; k++) {
      int[] rows = rows(labels, k);
      int kept = (int) Math.min(Math.round(fraction * rows.length), rows.length - 1L);
      for (int i = 0; i < kept; i++) {
        int j = i + random.nextInt(rows.length - i);
        int row = rows[j];
        rows[j] = rows[i];
        validation[row] = true;
      }
    }
    return new Split(rows(validation, false), rows(validation, true));
  }

  private static int[] rows(int[] labels, int label) {
    boolean[] of = new boolean[labels.length];
    for (int r = 0; r < of.length; r++) {
      of[r] = labels[r] == label;
    }
    return rows(of, true);
  }

  private static int[] rows(boolean[] marked, boolean wanted) {
    int[] rows = new int[marked.length];
    int count = 0;
    for (int r = 0; r < marked.length; r++) {
      if (marked[r] == wanted) {
        rows[count++] = r;
      }
    }
    return Arrays.copyOf(rows, count);
  }
}
