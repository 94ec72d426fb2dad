package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.format.WeightFormat;
import java.util.Arrays;

/** The integers that a weight may be, ascending. */
final class WeightLevels {
  private final int[] levels;

  /** The distance of all neighbours, if it is one; else 0. */
  private final int step;

  private WeightLevels(int[] levels) {
    this.levels = levels;
    int first = levels[1] - levels[0];
    boolean even = true;
    for (int k = 1; k < levels.length; k++) {
      even &= levels[k] - levels[k - 1] == first;
    }
    step = even ? first : 0;
  }

  static WeightLevels of(WeightFormat format) {
    return new WeightLevels(Arrays.stream(format.levels()).mapToInt(Math::toIntExact).toArray());
  }

  int count() {
    return levels.length;
  }

  int max() {
    return levels[levels.length - 1];
  }

  boolean hasZero() {
    return Arrays.binarySearch(levels, 0) >= 0;
  }

  /** The level nearest to {@code x}. */
  int nearest(double x) {
    return levels[indexNear(x)];
  }

  /** The level below {@code level}; itself if it is the lowest. */
  int below(int level) {
    return levels[Math.max(0, indexOf(level) - 1)];
  }

  /** The level above {@code level}; itself if it is the highest. */
  int above(int level) {
    return levels[Math.min(levels.length - 1, indexOf(level) + 1)];
  }

  private int indexOf(int level) {
    return step != 0 ? (level - levels[0]) / step : Arrays.binarySearch(levels, level);
  }

  private int indexNear(double x) {
    if (step != 0) {
      return (int) Math.max(0, Math.min(levels.length - 1, Math.rint((x - levels[0]) / step)));
    }
    int low = 0;
    int high = levels.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (levels[middle] <= x) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double toLow = Math.abs(x - levels[low]);
    double toHigh = Math.abs(levels[high] - x);
    boolean lowSmaller = Math.abs(levels[low]) < Math.abs(levels[high]);
    return toLow < toHigh || (toLow == toHigh && lowSmaller) ? low : high;
  }
}
