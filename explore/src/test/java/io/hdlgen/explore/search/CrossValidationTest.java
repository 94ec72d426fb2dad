package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.search.CrossValidation.Fold;
import io.hdlgen.explore.tree.GrowthOptions;
import io.hdlgen.explore.tree.SizeCurve;
import io.hdlgen.explore.tree.TreeValidation;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static CrossValidation of(Samples samples, int repetitions, long moves) {
    return new CrossValidation(
        samples,
        Tables.folds(samples, repetitions),
        Tables.COSTS,
        new RecipeFit(Tables.COSTS, moves),
        3);
  }

  private static List<Fold> folds(CrossValidation validation, Recipe recipe) {
    List<Fold> folds = new ArrayList<>();
    for (int split = 0; split < validation.fits(); split++) {
      folds.add(validation.fold(recipe, split, () -> false));
    }
    return folds;
  }

  @Test
  void figuresByHand() {
    // 9 rows of class a, 9 of b, 3 of c, each kept back once in two repetitions.
    Samples samples = Tables.blobs(21);
    CrossValidation validation = of(samples, 2, 0);
    assertThat(validation.fits()).isEqualTo(10);
    List<Fold> folds = new ArrayList<>(Collections.nCopies(8, fold(0.5, 0.25)));
    folds.add(fold(1.5, 0.5, 9, 6, 1));
    folds.add(fold(2.5, 1.5, 0, 3, 2));
    Trial trial = validation.trial(Tables.recipe(), folds);
    assertThat(trial.accuracy()).isCloseTo(21.0 / 42, within(1e-15));
    assertThat(trial.balancedAccuracy())
        .isCloseTo((9.0 / 18 + 9.0 / 18 + 3.0 / 6) / 3, within(1e-15));
    assertThat(trial.areaCm2()).isCloseTo((8 * 0.5 + 1.5 + 2.5) / 10, within(1e-15));
    assertThat(trial.powerMw()).isCloseTo((8 * 0.25 + 0.5 + 1.5) / 10, within(1e-15));
    assertThat(trial.gatesCm2()).isCloseTo(trial.areaCm2() - 0.125, within(1e-15));
    assertThat(trial.gatesMw()).isCloseTo(trial.powerMw() - 0.0625, within(1e-15));
  }

  /** With one comparator of 0.125 cm2 and 0.0625 mW. */
  private static Fold fold(double cm2, double mw, int... right) {
    return new Fold(
        right.length == 0 ? new int[3] : right,
        new CircuitFigures(
            3, 1, Math.round((cm2 - 0.125) * 1e8), (mw - 0.0625) * 1e9, 12_500_000, 62_500_000));
  }

  /** Without annealing, a trial is that of the tree. */
  @Test
  void treesAsTheyAreValidatedElsewhere() {
    Samples samples = Tables.blobs(150);
    CrossValidation validation = of(samples, 2, 0);
    Recipe recipe = Tables.recipe();
    Trial trial = validation.trial(recipe, folds(validation, recipe));
    SizeCurve curve =
        TreeValidation.curve(
            samples,
            Tables.folds(samples, 2),
            recipe.bits(),
            GrowthOptions.leaves(recipe.leaves()));
    assertThat(trial.accuracy()).isCloseTo(curve.accuracy(recipe.leaves()), within(1e-12));
    assertThat(trial.balancedAccuracy())
        .isCloseTo(curve.balancedAccuracy(recipe.leaves()), within(1e-12));
    assertThat(trial.accuracy()).isBetween(0.6, 0.999);
  }

  @Test
  void annealingMakesCircuitsSmaller() {
    Samples samples = Tables.blobs(150);
    Recipe recipe = Tables.recipe(0.9, 0.5);
    CrossValidation trees = of(samples, 1, 0);
    CrossValidation annealed = of(samples, 1, 5_000);
    Trial before = trees.trial(recipe, folds(trees, recipe));
    List<Fold> folds = folds(annealed, recipe);
    Trial after = annealed.trial(recipe, folds);
    assertThat(after.areaCm2()).isLessThan(before.areaCm2() / 2);
    List<Fold> again = folds(annealed, recipe);
    for (int i = 0; i < folds.size(); i++) {
      assertThat(again.get(i)).usingRecursiveComparison().isEqualTo(folds.get(i));
    }
  }

  /** Of few rows some folds keep none back. */
  @Test
  void fewerRowsThanFolds() {
    double[][] features = {{0}, {1}, {2}};
    Samples samples =
        new Samples(List.of("x"), features, new int[] {0, 1, 0}, List.of("no", "yes"));
    CrossValidation validation = of(samples, 1, 50);
    assertThat(validation.fits()).isBetween(1, 3);
    Trial trial = validation.trial(Tables.recipe(), folds(validation, Tables.recipe()));
    assertThat(trial.accuracy()).isBetween(0.0, 1.0);
    assertThat(trial.areaCm2()).isGreaterThanOrEqualTo(0);
    assertThat(trial.powerMw()).isGreaterThanOrEqualTo(0);
  }
}
