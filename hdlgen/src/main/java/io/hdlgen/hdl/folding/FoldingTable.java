package io.hdlgen.hdl.folding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest foldings for an interval, by dynamic programming: the cheapest way to fold the
 * layers up to one depends on what follows only through its PE, which must go with the next layer's
 * SIMD. So the result is the optimum, in {@code O(layers * candidates^2)}.
 */
final class FoldingTable {
  private static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

  private final List<Integer> sizes;
  private final int[][] candidates;
  private final long[][][] layerLuts;
  private final long[][][] queueLuts;

  /**
   * @param sizes inputs of the network, then the neurons of each layer
   */
  FoldingTable(List<Integer> sizes, LayerCost cost) {
    this.sizes = List.copyOf(sizes);
    candidates = sizes.stream().map(FoldingTable::candidates).toArray(int[][]::new);
    int layers = sizes.size() - 1;
    layerLuts = new long[layers][][];
    queueLuts = new long[layers][][];
    for (int l = 0; l < layers; l++) {
      int[] simds = candidates[l];
      int[] pes = candidates[l + 1];
      layerLuts[l] = new long[simds.length][pes.length];
      queueLuts[l] = new long[simds.length][];
      for (int s = 0; s < simds.length; s++) {
        for (int p = 0; p < pes.length; p++) {
          layerLuts[l][s][p] = cost.layerLuts(l, layer(l, s, p));
        }
        queueLuts[l][s] = queues(l, simds[s], cost);
      }
    }
  }

  /** For each number of folds the smallest group that gives it, ascending. */
  static int[] candidates(int size) {
    int[] found = new int[size];
    int count = 0;
    for (int group = 1; group <= size; ) {
      found[count++] = group;
      int folds = Division.ceil(size, group);
      group = folds == 1 ? size + 1 : Division.ceil(size, folds - 1);
    }
    return Arrays.copyOf(found, count);
  }

  private long[] queues(int l, int simd, LayerCost cost) {
    int[] pes = l == 0 ? new int[] {simd} : candidates[l];
    long[] luts = new long[pes.length];
    for (int p = 0; p < pes.length; p++) {
      luts[p] =
          FoldedShape.divide(pes[p], simd)
              ? cost.queueLuts(l, sizes.get(l), Math.max(pes[p], simd))
              : IMPOSSIBLE;
    }
    return luts;
  }

  private FoldedLayer layer(int l, int simd, int pe) {
    return new FoldedLayer(
        sizes.get(l), sizes.get(l + 1), new Folding(candidates[l + 1][pe], candidates[l][simd]));
  }

  /** Cycles between inferences with nothing in parallel: no folding takes more. */
  long longest() {
    long longest = 0;
    for (int l = 0; l < layerLuts.length; l++) {
      longest = Math.max(longest, (long) sizes.get(l) * sizes.get(l + 1));
    }
    return longest;
  }

  /**
   * The cheapest foldings with which no layer takes more cycles; of equally cheap ones those with
   * the smaller groups in the later layers. Empty if {@code interval} is below 1.
   */
  Optional<FoldingChoice> cheapest(long interval) {
    int layers = layerLuts.length;
    long[] best = {0};
    int[][] bestPe = new int[layers][];
    int[][] bestSimd = new int[layers][];
    for (int l = 0; l < layers; l++) {
      long[] taken = new long[candidates[l].length];
      bestPe[l] = new int[taken.length];
      for (int s = 0; s < taken.length; s++) {
        taken[s] = IMPOSSIBLE;
        for (int p = 0; p < best.length; p++) {
          long luts = best[p] + queueLuts[l][s][p];
          if (luts < taken[s]) {
            taken[s] = luts;
            bestPe[l][s] = p;
          }
        }
      }
      best = new long[candidates[l + 1].length];
      bestSimd[l] = new int[best.length];
      for (int p = 0; p < best.length; p++) {
        best[p] = IMPOSSIBLE;
        for (int s = taken.length - 1; s >= 0 && fits(l, s, p, interval); s--) {
          long luts = taken[s] + layerLuts[l][s][p];
          if (luts <= best[p] && luts < IMPOSSIBLE) {
            best[p] = luts;
            bestSimd[l][p] = s;
          }
        }
      }
    }
    return choice(best, bestPe, bestSimd);
  }

  private boolean fits(int l, int s, int p, long interval) {
    long synapseFolds = Division.ceil(sizes.get(l), candidates[l][s]);
    return synapseFolds * Division.ceil(sizes.get(l + 1), candidates[l + 1][p]) <= interval;
  }

  private Optional<FoldingChoice> choice(long[] best, int[][] bestPe, int[][] bestSimd) {
    int pe = 0;
    for (int p = 1; p < best.length; p++) {
      if (best[p] < best[pe]) {
        pe = p;
      }
    }
    if (best[pe] == IMPOSSIBLE) {
      return Optional.empty();
    }
    long luts = best[pe];
    FoldedLayer[] chosen = new FoldedLayer[bestPe.length];
    for (int l = chosen.length - 1; l >= 0; l--) {
      int simd = bestSimd[l][pe];
      chosen[l] = layer(l, simd, pe);
      pe = bestPe[l][simd];
    }
    return Optional.of(new FoldingChoice(new FoldedShape(List.of(chosen)), luts));
  }
}
