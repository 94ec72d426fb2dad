package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * All rows of codes that some features can have, in a fixed order: the first feature runs fastest.
 */
final class CodeSpace {
  private final List<long[]> codes = new ArrayList<>();

  CodeSpace(List<InputFeature> features) {
    for (InputFeature feature : features) {
      Interval range = feature.range();
      if (feature.encoding() == Encoding.BIPOLAR) {
        codes.add(new long[] {-1, 1});
      } else if (range.max() - range.min() > Integer.MAX_VALUE / 2) {
        codes.add(null);
      } else {
        long[] all = new long[(int) (range.max() - range.min() + 1)];
        for (int i = 0; i < all.length; i++) {
          all[i] = range.min() + i;
        }
        codes.add(all);
      }
    }
  }

  /** Number of rows; {@link Long#MAX_VALUE} if there are more. */
  long size() {
    long size = 1;
    for (long[] one : codes) {
      if (one == null || size > Long.MAX_VALUE / one.length) {
        return Long.MAX_VALUE;
      }
      size *= one.length;
    }
    return size;
  }

  /** Rows {@code first .. last - 1}. */
  long[][] rows(long first, long last) {
    long[][] rows = new long[(int) (last - first)][codes.size()];
    for (int r = 0; r < rows.length; r++) {
      long rest = first + r;
      for (int i = 0; i < codes.size(); i++) {
        long[] all = codes.get(i);
        rows[r][i] = all[(int) (rest % all.length)];
        rest /= all.length;
      }
    }
    return rows;
  }
}
