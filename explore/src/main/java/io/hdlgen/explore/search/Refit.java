package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.polish.AbcPolish;
import io.hdlgen.quantizer.train.Samples;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Makes the circuit of a recipe from all training rows. */
public final class Refit {
  private static final int STARTS = 4;

  private final Samples samples;
  private final CircuitCosts costs;
  private final RecipeFit fit;
  private final AbcPolish polish;
  private final long seed;

  /**
   * Fits to these rows.
   *
   * @param samples the training rows
   */
  public Refit(Samples samples, CircuitCosts costs, RecipeFit fit, AbcPolish polish, long seed) {
    this.samples = samples;
    this.costs = costs;
    this.fit = fit;
    this.polish = polish;
    this.seed = seed;
  }

  /** A circuit and the rows that it is made of. */
  public record Result(LogicCircuit circuit, Material material, CircuitFigures figures) {}

  /** The cheapest of several starts, by the recipe's own price, after polishing. */
  public Result of(Recipe recipe, BooleanSupplier stop) {
    Material material = material(recipe);
    LogicCircuit best = null;
    for (int start = 0; start < STARTS; start++) {
      LogicCircuit circuit = fit.fit(material, recipe, seed + start, stop);
      if (best == null
          || fit.priceMm2(material, recipe, circuit) < fit.priceMm2(material, recipe, best)) {
        best = circuit;
      }
    }
    return result(polish.polish(best, recipe.powerMm2(), material.bits()), material);
  }

  /** The circuit of one start as it is, which takes no other program. */
  public Result atOnce(Recipe recipe, BooleanSupplier stop) {
    Material material = material(recipe);
    return result(fit.fit(material, recipe, seed, stop), material);
  }

  private Result result(LogicCircuit circuit, Material material) {
    return new Result(circuit, material, CircuitFigures.of(circuit, material.bits(), costs));
  }

  private Material material(Recipe recipe) {
    return Material.of(
        samples,
        IntStream.range(0, samples.rows()).toArray(),
        recipe.bits(),
        recipe.noise(),
        recipe.trim());
  }
}
