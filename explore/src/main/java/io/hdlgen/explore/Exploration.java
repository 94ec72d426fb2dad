package io.hdlgen.explore;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.ReferenceFile;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.polish.AbcPolish;
import io.hdlgen.explore.protocol.FrozenChoice;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.protocol.StratifiedFolds;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.explore.search.Effort;
import io.hdlgen.explore.search.RecipeChoice;
import io.hdlgen.explore.search.Search;
import io.hdlgen.explore.search.Trial;
import io.hdlgen.explore.search.TrialFile;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
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
import java.util.stream.IntStream;

/** One exploration, from the table to the report. */
final class Exploration {
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

  Exploration(ExploreRequest request, Progress progress, BooleanSupplier stop) {
    this.request = request;
    this.progress = progress;
    this.stop = stop;
    this.references = request.references().map(ReferenceFile::read).orElse(List.of());
  }

  ExploreResult run() {
    PrintedTechnology technology = technology();
    ExploreFolder folder = ExploreFolder.of(request);
    ExecutorService workers = Executors.newFixedThreadPool(request.threads());
    try {
      progress.stage("reading", 0);
      Table table = Table.of(request);
      notes.addAll(table.notes());
      TrainTestSplit split = table.split(request);
      notes.addAll(split.notes());
      Samples training = split.training();
      Effort usual = Effort.of(training.rows());
      Effort effort = usual.withGenerations(request.generations().orElse(usual.generations()));
      CircuitCosts costs = new CircuitCosts(technology);
      List<Trial> trials =
          new Search(training, costs, effort, request.seed(), workers, stop, progress)
              .run(new TrialFile(folder.trials(), folder.run(training, effort)));
      AbcPolish polish = new AbcPolish(costs, folder.scratch());
      Candidates makers = new Candidates(training, technology, polish, workers, progress);
      List<Candidate> annealed = ours(makers, trials, effort);
      Optional<Candidate> first = new Recommender(request).choose(annealed);
      if (first.isPresent() || stop.getAsBoolean()) {
        Candidate best = first.orElseGet(() -> choose(annealed));
        Front found = front(training, annealed, List.of(), best, Optional.empty(), trials.size());
        folder.writeFirst(found, annealed);
        if (stop.getAsBoolean()) {
          return new ExploreResult(folder.path(), found, Optional.empty(), true, true, notes);
        }
      }
      StratifiedFolds folds =
          StratifiedFolds.of(
              training, new StratifiedFolds.Options(5, effort.repetitions(), true, request.seed()));
      List<Candidate> trees = makers.ofTrees(folds);
      List<Candidate> ours = Recommender.withTrees(annealed, trees);
      Candidate chosen = choose(ours);
      OpenedTestRows test = open(split, folder, chosen, ours, trees);
      Front front = front(training, ours, trees, chosen, Optional.of(test), trials.size());
      folder.write(front, ours, trees);
      Designs designs =
          Designs.make(
              request.emit(),
              ours,
              chosen.id(),
              reporting -> maker(folder, training, test.samples().rows(), reporting),
              workers,
              progress);
      Front verified = designs.verified(front);
      folder.write(verified, ours, trees);
      progress.stage("writing the report", 0);
      new Recommendation(request, training, test, chosen, trees).write(folder, verified, designs);
      notes.addAll(designs.notes(chosen.id()));
      return new ExploreResult(
          folder.path(),
          verified,
          Optional.of(folder.design(chosen.id())),
          designs.passed(),
          false,
          notes);
    } finally {
      workers.shutdownNow();
      folder.clean();
    }
  }

  private Designs.Maker maker(
      ExploreFolder folder, Samples training, int testRows, Progress reporting) {
    DesignMaker maker = new DesignMaker(request, training, testRows, reporting);
    return one -> maker.make(one.network(), folder.network(one.id()), folder.design(one.id()));
  }

  private PrintedTechnology technology() {
    Target target = TargetCatalogue.builtIn().find(request.target());
    return target
        .printed()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--target",
                    target.name() + ", a board",
                    "a printed target, such as egfet_1v0"));
  }

  private List<Candidate> ours(Candidates makers, List<Trial> trials, Effort effort) {
    try {
      List<Candidate> ours =
          stop.getAsBoolean()
              ? List.of()
              : makers.ofRecipes(RecipeChoice.of(trials, PER_FRONT), effort, request.seed(), stop);
      if (!stop.getAsBoolean()) {
        return ours;
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
        RecipeChoice.of(trials, PER_FRONT_AT_ONCE),
        effort,
        request.seed(),
        () -> System.nanoTime() - end > 0);
  }

  private Candidate choose(List<Candidate> ours) {
    return new Recommender(request)
        .choose(ours)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "explore",
                    "no circuit that keeps --max-area, --max-power, --min-accuracy and --min-balanced",
                    "wider limits; what was tried is kept"));
  }

  private static OpenedTestRows open(
      TrainTestSplit split,
      ExploreFolder folder,
      Candidate chosen,
      List<Candidate> ours,
      List<Candidate> trees) {
    List<Candidate> others = new ArrayList<>(ours);
    others.addAll(trees);
    FrozenChoice choice =
        FrozenChoice.freeze(
            folder.frozen(), chosen.network(), others.stream().map(Candidate::network).toList());
    return split.test().open(choice);
  }

  private Front front(
      Samples training,
      List<Candidate> ours,
      List<Candidate> trees,
      Candidate chosen,
      Optional<OpenedTestRows> test,
      int evaluated) {
    return new Front(
        folderName(),
        request.target(),
        training.classNames(),
        training.featureNames(),
        majority(training, test),
        ours.stream().map(one -> point(one, test)).toList(),
        trees.stream().map(one -> point(one, test)).toList(),
        references,
        chosen.id(),
        evaluated,
        (System.nanoTime() - started) / 1e9);
  }

  private String folderName() {
    return ExploreFolder.baseName(request.data().data());
  }

  private static double majority(Samples training, Optional<OpenedTestRows> test) {
    int[] counts = new int[training.classNames().size()];
    for (int label : training.labels()) {
      counts[label]++;
    }
    int commonest =
        IntStream.range(0, counts.length).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElse(0);
    int[] labels = test.map(rows -> rows.samples().labels()).orElse(training.labels());
    return IntStream.of(labels).filter(label -> label == commonest).count()
        / (double) labels.length;
  }

  private static FrontPoint point(Candidate one, Optional<OpenedTestRows> test) {
    return new FrontPoint(
        one.id(),
        ExploreFolder.networkFile(one.id()),
        Sha256.of(NetworkJson.write(one.network())),
        one.recipe(),
        one.train(),
        one.validation(),
        test.map(rows -> Qualities.of(rows.measure(one.network()).metrics())),
        new PrintedCost(
            one.circuit().netlist().gates().size(),
            one.circuit().netlist().areaCm2(),
            one.circuit().power().staticMw(),
            (int) one.circuit().converters().comparators(),
            one.circuit().converterAreaCm2().orElse(0.0),
            one.circuit().converterPowerMw().orElse(0.0),
            one.circuit().path().ms()));
  }
}
