package io.hdlgen.explore.search;

import java.util.List;

/**
 * How much a front covers. Source: Zitzler, Thiele, "Multiobjective Optimization Using Evolutionary
 * Algorithms - A Comparative Case Study", PPSN 1998.
 */
final class Hypervolume {
  /** The corner that everything is better than: no right answer, at 100 square centimetres. */
  private static final double MOST_LOG_CM2 = 2;

  private static final double LEAST_LOG_CM2 = -4;

  private Hypervolume() {}

  /**
   * The mean, over all areas from 0.0001 to 100 square centimetres on a logarithmic scale, of the
   * best accuracy at that area or less.
   *
   * @param front by ascending area and accuracy
   */
  static double of(List<Trial> front) {
    double volume = 0;
    for (int i = 0; i < front.size(); i++) {
      double from = position(front.get(i));
      double to = i + 1 < front.size() ? position(front.get(i + 1)) : 1;
      volume += front.get(i).accuracy() * (to - from);
    }
    return volume;
  }

  private static double position(Trial trial) {
    double log = Math.log10(Math.max(trial.areaCm2(), Math.pow(10, LEAST_LOG_CM2)));
    return Math.min(1, (log - LEAST_LOG_CM2) / (MOST_LOG_CM2 - LEAST_LOG_CM2));
  }
}
