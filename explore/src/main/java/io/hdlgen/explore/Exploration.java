package io.hdlgen.explore;

import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.ReferenceFile;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.FolderLock;
import io.hdlgen.explore.outcome.PrintedTarget;
import io.hdlgen.explore.outcome.StopRequest;
import io.hdlgen.explore.polish.AbcPolish;
import io.hdlgen.explore.protocol.FrozenChoice;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.explore.protocol.UntestedClasses;
import io.hdlgen.explore.search.Effort;
import io.hdlgen.explore.search.RecipeChoice;
import io.hdlgen.explore.search.Search;
import io.hdlgen.explore.search.Trial;
import io.hdlgen.explore.search.TrialFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.sim.tool.ToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One exploration, from the table to the report. */
final class Exploration {
  private static final int FOLDS = 5;
  private static final int PER_FRONT = 7;

  /** As {@link #PER_FRONT}, and the most seconds, where somebody waits for the end. */
  private static final int PER_FRONT_AT_ONCE = 2;

  private static final long NANOS_AT_ONCE = TimeUnit.SECONDS.toNanos(20);

  private final ExploreRequest request;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final List<String> notes = new ArrayList<>();
  private final long started = System.nanoTime();
  private final List<ReferencePoint> references;
  private final PrintedTechnology technology;
  private final ExploreFolder folder;
  private final ExecutorService workers;
  private final BegunDesigns begun;

  /** Once all is read. */
  private Optional<FolderLock> lock = Optional.empty();

  /** The front that was written last. */
  private Optional<Front> kept = Optional.empty();

  Exploration(ExploreRequest request, Progress progress, BooleanSupplier stop) {
    this.request = request;
    this.progress = progress;
    this.stop = stop;
    this.begun = new BegunDesigns(stop);
    this.references = request.references().map(ReferenceFile::read).orElse(List.of());
    this.technology = PrintedTarget.find(request.target()).printed().orElseThrow();
    this.folder = ExploreFolder.of(request);
    this.workers = Executors.newFixedThreadPool(request.threads());
  }

  ExploreResult run() {
    try {
      TrainTestSplit split = read();
      lock = Optional.of(FolderLock.of(folder.path()));
      Samples training = split.training();
      Effort effort = effort(training);
      TrialFile tried = new TrialFile(folder.trials(), SearchRuns.of(request, training, effort));
      tried.check(folder.tested());
      CircuitCosts costs = new CircuitCosts(technology);
      StratifiedFolds folds = folds(training, effort);
      List<Trial> trials = search(training, folds, costs, effort, tried);
      AbcPolish polish = new AbcPolish(costs, folder.scratch());
      Candidates makers = new Candidates(training, technology, polish, workers, progress);
      List<Candidate> annealed = annealed(makers, trials, effort);
      FrontMaker fronts = new FrontMaker(request, training, references, trials.size(), started);
      Optional<Front> first = first(training, annealed, fronts);
      kept = first;
      if (first.isPresent() && stop.getAsBoolean()) {
        return stopped(first.get());
      }
      try {
        List<Candidate> trees = makers.ofTrees(folds);
        polish.notes().forEach(this::note);
        if (first.isPresent() && stop.getAsBoolean()) {
          return stopped(first.get());
        }
        return conclude(split, annealed, trees, fronts);
      } catch (ToolException | CancellationException e) {
        if (kept.isEmpty() || !StopRequest.caused(e, stop)) {
          throw e;
        }
        removeUnfinished();
        return stopped(kept.get());
      }
    } finally {
      workers.shutdownNow();
      folder.clean();
      lock.ifPresent(FolderLock::close);
    }
  }

  private ExploreResult stopped(Front front) {
    note(
        StopRequest.left(
            folder.path(), folder.tested(), "circuits of " + recipes(front.evaluated())));
    return new ExploreResult(folder.path(), front, Optional.empty(), false, true, notes);
  }

  /** Removes designs that were begun, once nobody works on them any more. */
  private void removeUnfinished() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(NANOS_AT_ONCE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    begun.unfinished().forEach(folder::removeDesign);
  }

  private static String recipes(int count) {
    return count == 1 ? "1 recipe" : count + " recipes";
  }

  /** Tells something at once, and again in the result. */
  private void note(String sentence) {
    progress.note(sentence);
    notes.add(sentence);
  }

  private TrainTestSplit read() {
    progress.stage("reading", 0);
    Table table = Table.of(request);
    table.notes().forEach(this::note);
    TrainTestSplit split = table.split(request);
    split.notes().forEach(this::note);
    return split;
  }

  private Designs.Maker maker(Samples training, Samples test, Progress reporting) {
    DesignMaker maker = new DesignMaker(request, training, test, reporting);
    return begun.watching(
        one -> maker.make(one.network(), folder.network(one.id()), folder.design(one.id())));
  }

  private Effort effort(Samples training) {
    Effort usual = Effort.of(training.rows());
    return usual.withGenerations(request.generations().orElse(usual.generations()));
  }

  private List<Trial> search(
      Samples training, StratifiedFolds folds, CircuitCosts costs, Effort effort, TrialFile tried) {
    return new Search(
            training, folds, request.goal(), costs, effort, request.seed(), workers, stop, progress)
        .run(tried);
  }

  private StratifiedFolds folds(Samples training, Effort effort) {
    return StratifiedFolds.of(
        training,
        new StratifiedFolds.Options(
            FOLDS, effort.repetitions(), request.equalRowsTogether(), request.seed()));
  }

  /** The circuits of the best recipes; those of fewer, in a hurry, once it is to stop. */
  private List<Candidate> annealed(Candidates makers, List<Trial> trials, Effort effort) {
    try {
      List<Candidate> annealed =
          stop.getAsBoolean()
              ? List.of()
              : makers.ofRecipes(
                  RecipeChoice.of(trials, request.goal(), PER_FRONT), effort, request.seed(), stop);
      if (!stop.getAsBoolean()) {
        return annealed;
      }
    } catch (ToolException e) {
      // The signal that asks to stop ends programs, too.
      if (e.reason() != ToolException.Reason.INTERRUPTED) {
        throw e;
      }
    }
    if (trials.isEmpty()) {
      throw new CancellationException("stopped before anything was tried");
    }
    long end = System.nanoTime() + NANOS_AT_ONCE;
    return makers.atOnce(
        RecipeChoice.of(trials, request.goal(), PER_FRONT_AT_ONCE),
        effort,
        request.seed(),
        () -> System.nanoTime() - end > 0);
  }

  /**
   * The front before trees are made and test rows are read, written; empty if nothing keeps the
   * limits, unless it is to stop.
   */
  private Optional<Front> first(Samples training, List<Candidate> made, FrontMaker fronts) {
    List<Candidate> annealed = Recommender.front(made, List.of());
    Optional<Candidate> best = new Recommender(request, training.classRows()).choose(annealed);
    if (best.isEmpty() && !stop.getAsBoolean()) {
      return Optional.empty();
    }
    Candidate chosen = best.orElseGet(() -> choose(training, annealed));
    Front front = fronts.of(annealed, List.of(), chosen, Optional.empty());
    return Optional.of(folder.writeFirst(front, annealed));
  }

  /** The choice, its test and its design. */
  private ExploreResult conclude(
      TrainTestSplit split, List<Candidate> annealed, List<Candidate> trees, FrontMaker fronts) {
    List<Candidate> ours = Recommender.front(annealed, trees);
    Candidate chosen = choose(split.training(), ours);
    OpenedTestRows test = open(split, chosen, ours, trees);
    if (request.rows().testData().isPresent()) {
      // Those of other tests were told of before the search.
      UntestedClasses.note(split.training(), test.samples()).ifPresent(this::note);
    }
    Front front = fronts.of(ours, trees, chosen, Optional.of(test));
    folder.write(front, ours, trees);
    kept = Optional.of(front);
    Samples training = split.training();
    Designs designs =
        Designs.make(
            request.emit(),
            ours,
            chosen.id(),
            reporting -> maker(training, test.samples(), reporting),
            workers,
            progress);
    Front verified = designs.verified(front);
    folder.write(verified, ours, trees);
    progress.stage("writing the report", 0);
    new Recommendation(request, training, test, chosen, trees).write(folder, verified, designs);
    designs.notes(chosen.id()).forEach(this::note);
    return new ExploreResult(
        folder.path(),
        verified,
        Optional.of(folder.design(chosen.id())),
        designs.passed(),
        false,
        notes);
  }

  private Candidate choose(Samples training, List<Candidate> ours) {
    return new Recommender(request, training.classRows())
        .choose(ours)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "explore",
                    UnkeptLimits.text(request.goal().limits(), ours),
                    "wider limits; what was tried is kept"));
  }

  private OpenedTestRows open(
      TrainTestSplit split, Candidate chosen, List<Candidate> ours, List<Candidate> trees) {
    List<Candidate> others = new ArrayList<>(ours);
    others.addAll(trees);
    FrozenChoice choice =
        FrozenChoice.freeze(
            folder.frozen(), chosen.network(), others.stream().map(Candidate::network).toList());
    return split.test().open(choice);
  }
}
