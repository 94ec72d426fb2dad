package io.hdlgen.explore;

import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.explore.polish.AbcPolish;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.explore.search.Effort;
import io.hdlgen.explore.search.Material;
import io.hdlgen.explore.search.Recipe;
import io.hdlgen.explore.search.RecipeFit;
import io.hdlgen.explore.search.Refit;
import io.hdlgen.explore.search.TreeCircuit;
import io.hdlgen.explore.search.Trial;
import io.hdlgen.explore.tree.GrowthOptions;
import io.hdlgen.explore.tree.TreeCandidate;
import io.hdlgen.explore.tree.TreeFront;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes circuits of all training rows: of the chosen recipes, and of decision trees. */
final class Candidates {
  private static final List<Integer> TREE_BITS = List.of(2, 3, 4);
  private static final List<Integer> TREE_LEAVES =
      List.of(
          2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 200, 240);

  private final Samples training;
  private final CircuitCosts costs;
  private final AbcPolish polish;
  private final CandidateMaker maker;
  private final ExecutorService workers;
  private final Progress progress;

  Candidates(
      Samples training,
      PrintedTechnology technology,
      AbcPolish polish,
      ExecutorService workers,
      Progress progress) {
    this.training = training;
    this.costs = new CircuitCosts(technology);
    this.polish = polish;
    this.maker = new CandidateMaker(training, technology);
    this.workers = workers;
    this.progress = progress;
  }

  /** The circuits of recipes, in the order of the trials; once {@code stop} holds, poor ones. */
  List<Candidate> ofRecipes(List<Trial> trials, Effort effort, long seed, BooleanSupplier stop) {
    Refit refit = refit(effort, seed);
    return ofRecipes(trials, recipe -> refit.of(recipe, stop));
  }

  /** The same in a hurry, and without another program: {@link Refit#atOnce}. */
  List<Candidate> atOnce(List<Trial> trials, Effort effort, long seed, BooleanSupplier stop) {
    Refit refit = refit(effort, seed);
    return ofRecipes(trials, recipe -> refit.atOnce(recipe, stop));
  }

  private Refit refit(Effort effort, long seed) {
    return new Refit(training, costs, new RecipeFit(costs, effort.refitMoves()), polish, seed);
  }

  private List<Candidate> ofRecipes(List<Trial> trials, Function<Recipe, Refit.Result> refit) {
    progress.stage("making circuits of all training rows", trials.size());
    List<Future<Refit.Result>> running = new ArrayList<>();
    for (Trial trial : trials) {
      running.add(workers.submit(() -> refit.apply(trial.recipe())));
    }
    List<Candidate> candidates = new ArrayList<>();
    Set<Object> known = new HashSet<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      Refit.Result result = Workers.get(running.get(i));
      progress.step(i + 1L);
      // Recipes that lie close together often give the same circuit.
      if (!known.add(List.of(result.circuit(), result.material().coding()))) {
        continue;
      }
      candidates.add(
          maker.of(
              Candidate.pointId(candidates.size() + 1),
              trial.recipe().text(),
              result.circuit(),
              result.material().levels(),
              result.material().coding(),
              trial.accuracy(),
              trial.balancedAccuracy()));
    }
    return candidates;
  }

  /** The circuits of decision trees that validate better than all smaller ones. */
  List<Candidate> ofTrees(StratifiedFolds folds) {
    progress.stage("growing decision trees", 0);
    int most = TREE_LEAVES.get(TREE_LEAVES.size() - 1);
    List<TreeCandidate> trees =
        TreeFront.of(training, folds, TREE_BITS, TREE_LEAVES, GrowthOptions.leaves(most));
    progress.stage("making circuits of decision trees", trees.size());
    List<Future<LogicCircuit>> running = new ArrayList<>();
    for (TreeCandidate tree : trees) {
      running.add(workers.submit(() -> circuit(tree)));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      TreeCandidate tree = trees.get(i);
      candidates.add(
          maker.of(
              "tree" + tree.leaves(),
              "decision tree of %d leaves on %d-bit levels".formatted(tree.leaves(), tree.bits()),
              Workers.get(running.get(i)),
              levels(tree),
              tree.coding(),
              tree.accuracy(),
              tree.balancedAccuracy()));
      progress.step(i + 1L);
    }
    return candidates;
  }

  private InputLevels levels(TreeCandidate tree) {
    return new InputLevels(training.featureNames().size(), tree.bits());
  }

  private LogicCircuit circuit(TreeCandidate tree) {
    LabelledBits rows =
        Material.of(training, IntStream.range(0, training.rows()).toArray(), tree.bits(), 0, 0)
            .bits();
    LogicCircuit circuit =
        TreeCircuit.of(tree.tree(), levels(tree), training.classNames().size(), costs.kinds());
    return polish.polish(circuit, 0, rows);
  }
}
