package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Tries recipes on folds of the training rows. */
public final class CrossValidation {
  /** One part in so many of the memory is for materials that may be used again. */
  private static final int MEMORY_SHARE = 8;

  private final Samples samples;
  private final List<Split> splits;
  private final CircuitCosts costs;
  private final RecipeFit fit;
  private final long seed;
  private final MaterialCache<MaterialKey> materials =
      new MaterialCache<>(Runtime.getRuntime().maxMemory() / MEMORY_SHARE);

  private record MaterialKey(int split, int bits, double noise, double trim) {}

  /**
   * Trials on these rows.
   *
   * @param samples the training rows, and nothing else
   * @param seed equal seeds give equal trials
   */
  public CrossValidation(
      Samples samples, StratifiedFolds folds, CircuitCosts costs, RecipeFit fit, long seed) {
    this.samples = samples;
    this.splits = folds.splits().stream().filter(CrossValidation::isWhole).toList();
    this.costs = costs;
    this.fit = fit;
    this.seed = seed;
  }

  /** Of few rows some folds are empty; nothing is learnt from those. */
  private static boolean isWhole(Split split) {
    return split.training().length > 0 && split.validation().length > 0;
  }

  /** Number of fits that a trial takes. */
  public int fits() {
    return splits.size();
  }

  /** One fold of a trial: right answers by class, and what the circuit costs. */
  public record Fold(int[] right, CircuitFigures figures) {}

  /**
   * The trial of one fold.
   *
   * @param split from 0 to {@link #fits} - 1
   */
  public Fold fold(Recipe recipe, int split, BooleanSupplier stop) {
    Material material =
        materials.get(
            new MaterialKey(split, recipe.bits(), recipe.noise(), recipe.trim()),
            () ->
                Material.of(
                    samples,
                    splits.get(split).training(),
                    recipe.bits(),
                    recipe.noise(),
                    recipe.trim()));
    LogicCircuit circuit = fit.fit(material, recipe, seed + split, stop);
    LabelledBits kept = material.others(samples, splits.get(split).validation());
    int[] classes = kept.classify(circuit);
    int[] labels = kept.labels();
    int[] right = new int[samples.classNames().size()];
    for (int r = 0; r < classes.length; r++) {
      right[labels[r]] += classes[r] == labels[r] ? 1 : 0;
    }
    return new Fold(right, CircuitFigures.of(circuit, kept, costs));
  }

  /** The trial of all its folds. */
  public Trial trial(Recipe recipe, List<Fold> folds) {
    int classes = samples.classNames().size();
    int[] rows = new int[classes];
    for (Split split : splits) {
      for (int row : split.validation()) {
        rows[samples.labels()[row]]++;
      }
    }
    double all = 0;
    double balanced = 0;
    int present = 0;
    for (int k = 0; k < classes; k++) {
      int kind = k;
      int right = folds.stream().mapToInt(fold -> fold.right()[kind]).sum();
      all += right;
      balanced += rows[k] == 0 ? 0 : (double) right / rows[k];
      present += rows[k] == 0 ? 0 : 1;
    }
    return new Trial(
        recipe,
        all / IntStream.of(rows).sum(),
        balanced / present,
        mean(folds, CircuitFigures::totalCm2),
        mean(folds, CircuitFigures::totalMw),
        mean(folds, CircuitFigures::gatesCm2),
        mean(folds, CircuitFigures::gatesMw));
  }

  private static double mean(List<Fold> folds, ToDoubleFunction<CircuitFigures> of) {
    return folds.stream()
        .mapToDouble(fold -> of.applyAsDouble(fold.figures()))
        .average()
        .orElseThrow();
  }
}
