package io.hdlgen.quantizer.ptq;

import java.util.List;

/**
 * Greedy search for single changes of weights and thresholds that bring the outputs of the whole
 * network nearer to the float network's. It needs no gradient, and no labels.
 */
final class DistillationSearch {
  /**
   * Where weights or activations have more bits than this, the layer-wise search leaves too little
   * to gain.
   */
  static final int MAX_BITS = 3;

  private static final int PASSES = 2;

  /** What a row costs by itself, in sums of layers behind that a change may touch. */
  private static final int OVERHEAD = 32;

  private static final int[] SHIFTS = {1, -1, 2, -2, 4, -4};

  private final TrialNetwork trial;
  private final List<WeightLevels> levels;
  private final PtqListener listener;

  /**
   * @param levels what the weights of each layer may be
   */
  DistillationSearch(TrialNetwork trial, List<WeightLevels> levels, PtqListener listener) {
    this.trial = trial;
    this.levels = levels;
    this.listener = listener;
  }

  /** How many rows a search over these layers can look at. */
  static int affordableRows(List<IntegerLayer> layers, SearchEffort effort) {
    long products = 0;
    long behind = 0;
    for (int l = layers.size() - 1; l >= 0; l--) {
      IntegerLayer layer = layers.get(l);
      products += (long) layer.inputs() * layer.outputs() * (OVERHEAD + behind);
      behind += layer.outputs();
    }
    return (int) Math.min(effort.refinementRows(), effort.refinementSums() / products);
  }

  /** Changes the network in place; its mean loss never gets higher. */
  void run() {
    rescale();
    boolean changed = true;
    for (int pass = 0; changed && pass < PASSES; pass++) {
      changed = false;
      for (int l = trial.layers().size() - 1; l >= 0; l--) {
        changed |= improve(pass, l);
      }
      rescale();
    }
  }

  private boolean improve(int pass, int l) {
    IntegerLayer layer = trial.layers().get(l);
    double[] means = means(l);
    boolean changed = false;
    for (int n = 0; n < layer.outputs(); n++) {
      listener.advanced(
          "refining %s, round %d".formatted(layer.name(), pass + 1), n, layer.outputs());
      for (int shift : SHIFTS) {
        changed |= trial.tryChange(l, n, 0, 0, shift);
      }
      for (int i = 0; i < layer.inputs(); i++) {
        if (!Double.isNaN(means[i])) {
          changed |= improveWeight(l, n, i, means[i]);
        }
      }
    }
    return changed;
  }

  /** The thresholds move with the mean of the accumulator, so that only its spread changes. */
  private boolean improveWeight(int l, int n, int i, double mean) {
    int old = trial.layers().get(l).weights()[n][i];
    for (int level : new int[] {levels.get(l).below(old), levels.get(l).above(old)}) {
      int step = level - old;
      if (step != 0 && trial.tryChange(l, n, i, step, Math.round(step * mean))) {
        return true;
      }
    }
    return false;
  }

  /** The mean of each input of a layer; NaN where it never changes. */
  private double[] means(int l) {
    double[] means = new double[trial.layers().get(l).inputs()];
    for (int i = 0; i < means.length; i++) {
      boolean constant = true;
      for (int r = 0; r < trial.rows(); r++) {
        means[i] += trial.value(l, r, i);
        constant &= trial.value(l, r, i) == trial.value(l, 0, i);
      }
      means[i] = constant ? Double.NaN : means[i] / trial.rows();
    }
    return means;
  }

  private void rescale() {
    for (double factor = 1.3; factor > 1.001; factor = Math.sqrt(factor)) {
      trial.tryScale(factor);
      trial.tryScale(1 / factor);
    }
  }
}
