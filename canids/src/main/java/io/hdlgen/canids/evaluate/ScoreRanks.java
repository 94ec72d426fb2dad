package io.hdlgen.canids.evaluate;

import java.util.Map;
import java.util.TreeMap;

/**
 * The area under the receiver operating characteristic: the probability that an attack has a
 * greater score than benign traffic, ties counting half (Hanley, McNeil, Radiology 1982). Memory
 * goes with the number of different scores.
 */
final class ScoreRanks {
  private final TreeMap<Double, long[]> counts = new TreeMap<>();
  private long benign;
  private long attacks;

  void add(double score, boolean attack) {
    counts.computeIfAbsent(score, key -> new long[2])[attack ? 1 : 0]++;
    if (attack) {
      attacks++;
    } else {
      benign++;
    }
  }

  /** All of both. */
  ScoreRanks with(ScoreRanks other) {
    ScoreRanks sum = new ScoreRanks();
    for (ScoreRanks part : new ScoreRanks[] {this, other}) {
      for (Map.Entry<Double, long[]> entry : part.counts.entrySet()) {
        long[] both = sum.counts.computeIfAbsent(entry.getKey(), key -> new long[2]);
        both[0] += entry.getValue()[0];
        both[1] += entry.getValue()[1];
      }
      sum.benign += part.benign;
      sum.attacks += part.attacks;
    }
    return sum;
  }

  /** 0 to 1; NaN without benign traffic or without attacks. */
  double area() {
    double pairs = 0;
    double below = 0;
    for (long[] both : counts.values()) {
      pairs += both[1] * (below + both[0] / 2.0);
      below += both[0];
    }
    return pairs / ((double) benign * attacks);
  }
}
