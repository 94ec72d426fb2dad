package io.hdlgen.explore.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All trials so far. What was tried once is not tried again; so a search that is run again with the
 * trials of one that was stopped goes on where that stopped.
 */
final class TrialBoard {
  private final CrossValidation validation;
  private final ExecutorService workers;
  private final BooleanSupplier stop;
  private final Consumer<Trial> onTrial;
  private final Map<Recipe, Trial> trials = new LinkedHashMap<>();
  private final Set<Recipe> asked = new LinkedHashSet<>();

  /**
   * An empty board.
   *
   * @param stop once it holds, {@link #all} throws {@link SearchStoppedException}
   * @param onTrial hears each new trial, in the order of recipes
   */
  TrialBoard(
      CrossValidation validation,
      ExecutorService workers,
      BooleanSupplier stop,
      Consumer<Trial> onTrial) {
    this.validation = validation;
    this.workers = workers;
    this.stop = stop;
    this.onTrial = onTrial;
  }

  /** Remembers a trial of an earlier run. */
  void remember(Trial trial) {
    trials.put(trial.recipe(), trial);
  }

  /** The trials of these recipes, in their order. */
  List<Trial> all(List<Recipe> recipes) {
    Map<Recipe, List<Future<CrossValidation.Fold>>> running = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      if (!trials.containsKey(recipe) && !running.containsKey(recipe)) {
        List<Future<CrossValidation.Fold>> folds = new ArrayList<>();
        for (int split = 0; split < validation.fits(); split++) {
          int own = split;
          folds.add(workers.submit(() -> validation.fold(recipe, own, stop)));
        }
        running.put(recipe, folds);
      }
    }
    for (Recipe recipe : recipes) {
      List<Future<CrossValidation.Fold>> folds = running.remove(recipe);
      if (folds != null) {
        finish(recipe, folds);
      }
      asked.add(recipe);
    }
    return recipes.stream().map(trials::get).toList();
  }

  private void finish(Recipe recipe, List<Future<CrossValidation.Fold>> running) {
    List<CrossValidation.Fold> folds = new ArrayList<>();
    for (Future<CrossValidation.Fold> fold : running) {
      try {
        folds.add(fold.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SearchStoppedException();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the trial of " + recipe.text(), e.getCause());
      }
    }
    if (stop.getAsBoolean()) {
      throw new SearchStoppedException();
    }
    Trial trial = validation.trial(recipe, folds);
    trials.put(recipe, trial);
    onTrial.accept(trial);
  }

  /** Every trial, remembered ones first. */
  List<Trial> trials() {
    return List.copyOf(trials.values());
  }

  /** Those that were asked for, in this order: what is remembered beside them changes nothing. */
  List<Trial> asked() {
    return asked.stream().map(trials::get).toList();
  }
}
