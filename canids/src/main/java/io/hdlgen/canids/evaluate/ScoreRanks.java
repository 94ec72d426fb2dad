package io.hdlgen.canids.evaluate;

import java.util.Map;
import java.util.TreeMap;

/**
 * The area under the receiver operating characteristic: the probability that an attack has a
 * greater score than benign traffic, ties counting half (Hanley, McNeil, Radiology 1982). Of more
 * than {@value #MOST} different scores, low bits are dropped until no more differ: those of integer
 * networks hardly ever, those of float networks on long logs.
 */
final class ScoreRanks {
  /** Different scores that are kept. */
  static final int MOST = 1 << 16;

  private static final int BITS_A_STEP = 4;

  private TreeMap<Double, long[]> counts = new TreeMap<>();

  /** Low bits of scores that are dropped, towards 0: the same whatever their order was. */
  private int dropped;

  private long benign;
  private long attacks;

  void add(double score, boolean attack) {
    add(score, attack ? 0 : 1, attack ? 1 : 0);
  }

  private void add(double score, long benignMore, long attacksMore) {
    // Adding 0 makes one of both zeros.
    long bits = Double.doubleToLongBits(score + 0.0);
    double kept = Double.longBitsToDouble(bits & -1L << dropped);
    long[] both = counts.computeIfAbsent(kept, key -> new long[2]);
    both[0] += benignMore;
    both[1] += attacksMore;
    benign += benignMore;
    attacks += attacksMore;
    if (counts.size() > MOST) {
      addAgain(dropped + BITS_A_STEP);
    }
  }

  /** Adds all of it again, with fewer bits. */
  private void addAgain(int fewer) {
    Map<Double, long[]> before = counts;
    counts = new TreeMap<>();
    benign = 0;
    attacks = 0;
    dropped = fewer;
    before.forEach((score, both) -> add(score, both[0], both[1]));
  }

  /** All of both. */
  ScoreRanks with(ScoreRanks other) {
    ScoreRanks sum = new ScoreRanks();
    sum.dropped = Math.max(dropped, other.dropped);
    counts.forEach((score, both) -> sum.add(score, both[0], both[1]));
    other.counts.forEach((score, both) -> sum.add(score, both[0], both[1]));
    return sum;
  }

  /** Different scores. */
  int scores() {
    return counts.size();
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
