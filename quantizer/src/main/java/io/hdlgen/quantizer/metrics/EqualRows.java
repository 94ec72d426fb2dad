package io.hdlgen.quantizer.metrics;

import java.util.HashMap;
import java.util.Map;

/** Finds rows whose numbers are all the same; 0 and -0 are. */
public final class EqualRows {
  private EqualRows() {}

  /**
   * For each row the first one that equals it, which may be itself. Takes time linear in the number
   * of values.
   *
   * @param rows {@code [rows][features]}, no NaN
   */
  public static int[] firstOfEach(double[][] rows) {
    Map<RealRow, Integer> first = new HashMap<>();
    int[] firsts = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      Integer found = first.putIfAbsent(new RealRow(rows[r]), r);
      firsts[r] = found == null ? r : found;
    }
    return firsts;
  }
}
