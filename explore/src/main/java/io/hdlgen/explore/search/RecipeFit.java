package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.Annealing;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.logic.Objective;
import io.hdlgen.explore.tree.DecisionTree;
import io.hdlgen.explore.tree.GrowthOptions;
import io.hdlgen.explore.tree.TreeGrowth;
import java.util.function.BooleanSupplier;

/** Makes the circuit of a recipe. */
public final class RecipeFit {
  private static final double START_MM2 = 0.4;
  private static final double MM2_PER_UM2 = 1e-6;
  private static final int SPARE_PLACES = 64;

  private final CircuitCosts costs;
  private final long moves;

  /**
   * Fits with these costs.
   *
   * @param moves changes that annealing tries
   */
  public RecipeFit(CircuitCosts costs, long moves) {
    this.costs = costs;
    this.moves = moves;
  }

  /** The tree that annealing starts from, as a circuit. */
  public LogicCircuit tree(Material material, Recipe recipe) {
    GrowthOptions options =
        GrowthOptions.leaves(recipe.leaves())
            .withClassWeights(material.classWeights(recipe.balance()));
    DecisionTree tree = TreeGrowth.grow(material.table(), material.table().allRows(), options);
    return TreeCircuit.of(tree, material.levels(), material.bits().classes(), costs.kinds());
  }

  /**
   * The circuit; it tells no code beyond the last class.
   *
   * @param seed equal seeds give equal circuits
   * @param stop once it holds, annealing ends
   */
  public LogicCircuit fit(Material material, Recipe recipe, long seed, BooleanSupplier stop) {
    LogicCircuit tree = tree(material, recipe);
    LogicCircuit annealed =
        new Annealing(material.bits(), costs, material.levels())
            .run(
                tree,
                2 * tree.gates().size() + SPARE_PLACES,
                objective(material, recipe),
                new Annealing.Schedule(moves, START_MM2),
                seed,
                stop);
    return ClassLimit.of(annealed, material.bits().classes(), costs.kinds());
  }

  /** What annealing makes small, at a circuit. */
  double priceMm2(Material material, Recipe recipe, LogicCircuit circuit) {
    return Annealing.priceMm2(circuit, material.bits(), costs, objective(material, recipe));
  }

  private Objective objective(Material material, Recipe recipe) {
    int classes = material.bits().classes();
    return new Objective(
        recipe.errorMm2(),
        recipe.balance(),
        recipe.powerMm2(),
        ClassLimit.areaUm2(classes, costs) * MM2_PER_UM2);
  }
}
