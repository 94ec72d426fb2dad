package io.hdlgen.quantizer.ptq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Searches for the cheapest bits of all weights and hidden values with an accuracy that suffices.
 *
 * <p>It starts at the cheapest uniform choice. Then it lowers, again and again, the bits that save
 * the most cost for the accuracy they lose, and then trades: some bits up, others down. What a
 * change costs is always measured on the whole network as it is by then, since losses of single
 * layers do not add up. After Wang et al., "HAQ: Hardware-Aware Automated Quantization with Mixed
 * Precision", CVPR 2019 (hardware cost as the objective, real evaluations), with the greedy order
 * of Dong et al., "HAWQ-V2", NeurIPS 2020 (sensitivity), measured instead of estimated.
 */
final class BitSearch {
  static final int MAX_BITS = 8;

  private final int layers;
  private final double leastAccuracy;
  private final double resolution;
  private final int maxTrials;
  private final Function<List<LayerPrecision>, BitTrial> evaluation;
  private final Map<List<Integer>, BitTrial> tried = new LinkedHashMap<>();

  /** Bits of layer k's weights at {@code 2 k}, of its values at {@code 2 k + 1}. */
  private List<Integer> current;

  /**
   * @param leastAccuracy that suffices
   * @param resolution the least difference of two accuracies
   * @param evaluation quantizes and measures
   */
  BitSearch(
      int layers,
      double leastAccuracy,
      double resolution,
      int maxTrials,
      Function<List<LayerPrecision>, BitTrial> evaluation) {
    this.layers = layers;
    this.leastAccuracy = leastAccuracy;
    this.resolution = resolution;
    this.maxTrials = maxTrials;
    this.evaluation = evaluation;
  }

  /** The cheapest choice found that suffices; if there is none, the most accurate. */
  BitTrial run() {
    for (int bits = MAX_BITS; bits >= 1; bits--) {
      measure(Collections.nCopies(2 * layers - 1, bits));
    }
    current = best();
    if (tried.get(current).accuracy() >= leastAccuracy) {
      do {
        lower();
        current = best();
      } while (trade());
    }
    return tried.get(current);
  }

  /**
   * Whether {@code a} is rather wanted than {@code b}: the cheaper one of two that suffice, else
   * the one that suffices, else the more accurate, else the cheaper.
   */
  static boolean isBetter(BitTrial a, BitTrial b, double leastAccuracy) {
    boolean suffices = a.accuracy() >= leastAccuracy;
    if (suffices != b.accuracy() >= leastAccuracy) {
      return suffices;
    }
    if (!suffices && a.accuracy() != b.accuracy()) {
      return a.accuracy() > b.accuracy();
    }
    return a.cost() < b.cost();
  }

  private boolean improves(List<Integer> bits) {
    return isBetter(measure(bits), tried.get(current), leastAccuracy);
  }

  private List<Integer> best() {
    List<Integer> best = null;
    for (List<Integer> bits : tried.keySet()) {
      if (best == null || isBetter(tried.get(bits), tried.get(best), leastAccuracy)) {
        best = bits;
      }
    }
    return best;
  }

  /** Lowers single bits as long as that is possible. */
  private void lower() {
    boolean[] frozen = new boolean[current.size()];
    while (true) {
      List<Integer> best = null;
      double bestGain = 0;
      BitTrial now = tried.get(current);
      for (int k = 0; k < frozen.length; k++) {
        Optional<List<Integer>> lowered = frozen[k] ? Optional.empty() : lowered(k);
        frozen[k] = lowered.isEmpty();
        if (lowered.isEmpty()) {
          continue;
        }
        BitTrial trial = tried.get(lowered.get());
        double lost = Math.max(0, now.accuracy() - trial.accuracy()) + resolution;
        double gain = (now.cost() - trial.cost()) / lost;
        if (gain > bestGain) {
          bestGain = gain;
          best = lowered.get();
        }
      }
      if (best == null) {
        return;
      }
      current = best;
    }
  }

  /**
   * {@link #current} with fewer bits at {@code k}, and still sufficient. One bit less may not do,
   * but two: networks of few bits are refined with more effort.
   */
  private Optional<List<Integer>> lowered(int k) {
    for (int fewer = 1; fewer <= 2; fewer++) {
      List<Integer> next = moved(current, k, -fewer);
      if (next == null || !isAffordable(next)) {
        return Optional.empty();
      }
      if (improves(next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Raises one and lowers another where that is cheaper and suffices; whether it was so. */
  private boolean trade() {
    for (int up = 0; up < current.size(); up++) {
      List<Integer> raised = moved(current, up, 1);
      for (int down = 0; raised != null && down < current.size(); down++) {
        for (int fewer = 1; fewer <= 2; fewer++) {
          List<Integer> next = down == up ? null : moved(raised, down, -fewer);
          if (next != null && isAffordable(next) && improves(next)) {
            current = next;
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Integer> moved(List<Integer> bits, int k, int change) {
    int value = bits.get(k) + change;
    if (value < 1 || value > MAX_BITS) {
      return null;
    }
    List<Integer> result = new ArrayList<>(bits);
    result.set(k, value);
    return result;
  }

  private boolean isAffordable(List<Integer> bits) {
    return tried.containsKey(bits) || tried.size() < maxTrials;
  }

  private BitTrial measure(List<Integer> bits) {
    BitTrial known = tried.get(bits);
    if (known == null) {
      known = evaluation.apply(precisions(bits));
      tried.put(List.copyOf(bits), known);
    }
    return known;
  }

  private static List<LayerPrecision> precisions(List<Integer> bits) {
    LayerPrecision[] result = new LayerPrecision[(bits.size() + 1) / 2];
    Arrays.setAll(
        result,
        l -> {
          int values = 2 * l + 1 < bits.size() ? bits.get(2 * l + 1) : MAX_BITS;
          return LayerPrecision.ofBits(bits.get(2 * l), values);
        });
    return List.of(result);
  }
}
