package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** Runs the search for recipes and says how it goes. */
public final class Search {
  private static final int SAVE_EVERY = 4;

  private final Samples training;
  private final StratifiedFolds folds;
  private final Goal goal;
  private final CircuitCosts costs;
  private final Effort effort;
  private final long seed;
  private final ExecutorService workers;
  private final BooleanSupplier stop;
  private final Progress progress;

  /**
   * A search.
   *
   * @param training the rows that everything is chosen by
   * @param folds of these rows
   * @param stop once it holds, the search ends with what it has
   */
  public Search(
      Samples training,
      StratifiedFolds folds,
      Goal goal,
      CircuitCosts costs,
      Effort effort,
      long seed,
      ExecutorService workers,
      BooleanSupplier stop,
      Progress progress) {
    this.training = training;
    this.folds = folds;
    this.goal = goal;
    this.costs = costs;
    this.effort = effort;
    this.seed = seed;
    this.workers = workers;
    this.stop = stop;
    this.progress = progress;
  }

  /** All trials, those of an earlier run in the file among them; the file is kept up to date. */
  public List<Trial> run(TrialFile file) {
    CrossValidation validation =
        new CrossValidation(training, folds, costs, new RecipeFit(costs, effort.moves()), seed);
    int[] count = {0};
    TrialBoard[] board = new TrialBoard[1];
    board[0] =
        new TrialBoard(
            validation,
            workers,
            stop,
            trial -> {
              progress.step(++count[0]);
              if (count[0] % SAVE_EVERY == 0) {
                file.write(board[0].trials());
              }
            });
    file.read().forEach(board[0]::remember);
    RecipeSearch search = new RecipeSearch(board[0], goal, seed);
    progress.stage("searching recipes", search.trials(effort.generations()));
    int[] generation = {0};
    try {
      search.run(
          effort.generations(),
          () -> {
            file.write(board[0].trials());
            progress.detail(detail(++generation[0], board[0].asked()));
          });
    } catch (SearchStoppedException stopped) {
      // The board has what was tried until then.
    }
    file.write(board[0].trials());
    return board[0].asked();
  }

  private String detail(int generation, List<Trial> trials) {
    List<Trial> front = Domination.front(trials, Trial::areaCm2, Trial::accuracy);
    Trial best = front.get(front.size() - 1);
    return String.format(
        Locale.ROOT,
        "generation %d of %d, hypervolume %.4f, best %.4f at %.3g cm2",
        generation,
        effort.generations(),
        Hypervolume.of(front),
        best.accuracy(),
        best.areaCm2());
  }
}
