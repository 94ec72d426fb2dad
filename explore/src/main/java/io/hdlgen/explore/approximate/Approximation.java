package io.hdlgen.explore.approximate;

import io.hdlgen.boards.Target;
import io.hdlgen.explore.evolution.Nsga2;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.FolderLock;
import io.hdlgen.explore.outcome.PrintedTarget;
import io.hdlgen.explore.outcome.ResultFolder;
import io.hdlgen.explore.outcome.StopRequest;
import io.hdlgen.explore.protocol.FrozenChoice;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.report.FrontReport;
import io.hdlgen.explore.search.Domination;
import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One search for approximations, from the network to the report. */
final class Approximation {
  private static final int MOST_POINTS = 12;
  private static final int MOST_GENES = 100_000;
  private static final String GIVEN = "given";

  private final ApproximateRequest request;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final List<String> notes = new ArrayList<>();
  private final long started = System.nanoTime();

  Approximation(ApproximateRequest request, Progress progress, BooleanSupplier stop) {
    this.request = request;
    this.progress = progress;
    this.stop = stop;
  }

  ApproximateResult run() {
    Target target = PrintedTarget.find(request.target());
    ResultFolder folder =
        ResultFolder.of(
            request.output().orElse(Path.of(request.name() + "-approximate")),
            "approximate",
            List.of(ResultFolder.TRIALS));
    progress.stage("reading", 0);
    IntegerNetwork network = network();
    RowParts parts = RowParts.of(request, network);
    parts.notes().forEach(this::note);
    if (folder.tested() && parts.test().isEmpty()) {
      throw new InvalidInputException(
          folder.path().toString(),
          "a front that was tested",
          "another folder for one that is not; choose another -o");
    }
    FolderLock lock = FolderLock.of(folder.path());
    ExecutorService workers = Executors.newFixedThreadPool(request.threads());
    try {
      TriedFile file = new TriedFile(folder.trials(), request, network, parts.training().samples());
      file.check(folder.tested());
      CostEstimate costs = new CostEstimate(target);
      Candidates makers =
          new Candidates(parts, new CircuitMapper(target, parts.training()), costs, workers);
      progress.stage("mapping the network as it is", 0);
      Candidate given = makers.given(network).withId(GIVEN);
      Trials trials = trials(network, parts, costs, file.read(), workers);
      boolean searched = search(network, trials, parts, file);
      List<IntegerNetwork> chosen = choose(trials, parts);
      Optional<List<Candidate>> mapped =
          searched ? makers.mapped(chosen, progress, stop) : Optional.empty();
      boolean stopped = mapped.isEmpty();
      List<Candidate> front = front(mapped.orElseGet(() -> makers.estimated(chosen)));
      FrontMaker maker = new FrontMaker(request, parts, given, front);
      // Before anything is written: a front whose test rows were read stays as it is.
      Optional<OpenedTestRows> test =
          stopped ? Optional.empty() : parts.test().map(rows -> rows.open(freeze(folder, maker)));
      double seconds = (System.nanoTime() - started) / 1e9;
      Front made = maker.front(test, trials.tried(), seconds);
      FrontPoint exact = maker.given(test);
      if (!(stopped && folder.tested())) {
        write(folder, front, made, exact);
      }
      if (stopped) {
        noteStop(folder, trials.tried());
      }
      return new ApproximateResult(folder.path(), exact, made, stopped, notes);
    } finally {
      workers.shutdownNow();
      lock.close();
    }
  }

  private void write(ResultFolder folder, List<Candidate> front, Front made, FrontPoint exact) {
    folder.write(front);
    folder.write(made);
    OutputFile.write(
        folder.report(),
        new FrontReport(
                made,
                ApproximateText.of(request),
                "hdlgen " + ToolVersion.current(),
                List.of(),
                Optional.of(exact))
            .html());
  }

  private void noteStop(ResultFolder folder, int tried) {
    String best = tried == 1 ? "of 1 network" : "of " + tried + " networks";
    note(StopRequest.left(folder.path(), folder.tested(), best));
    note("Circuits were not mapped: areas and powers are estimates, and no delay is known");
  }

  /** Tells something at once, and again in the result. */
  private void note(String sentence) {
    progress.note(sentence);
    notes.add(sentence);
  }

  private IntegerNetwork network() {
    IntegerNetwork network = NetworkJson.read(request.network());
    if (network.classes() < 2) {
      throw new InvalidInputException(
          request.network().toString(),
          network.classes() + " classes",
          "a network that tells two or more apart");
    }
    return network;
  }

  private Trials trials(
      IntegerNetwork network,
      RowParts parts,
      CostEstimate costs,
      List<Worth> known,
      ExecutorService workers) {
    ApproximationSpace space = new ApproximationSpace(network);
    if (space.slots().size() > MOST_GENES) {
      throw new InvalidInputException(
          request.network().toString(),
          space.slots().size() + " bits of products",
          "at most " + MOST_GENES + ": printed circuits are small");
    }
    BiasCorrection correction = new BiasCorrection(network, parts.search().values(network));
    return new Trials(space, correction, parts.search(), request.aim(), costs, known, workers);
  }

  /** Whether it came to its end. */
  private boolean search(IntegerNetwork network, Trials trials, RowParts parts, TriedFile file) {
    double exact = request.aim().merit(parts.search().measure(network));
    List<double[]> first = FirstPoints.of(trials.slots(), request.population(), request.seed());
    // Were the search stopped at once, there would still be one network.
    trials.all(first.subList(0, 1));
    file.write(trials.known());
    Nsga2 evolution = Evolution.of(trials, exact - request.maxLoss(), first, request.seed());
    progress.stage("searching approximations", request.generations());
    for (int g = 1; g <= request.generations(); g++) {
      if (stop.getAsBoolean()) {
        return false;
      }
      evolution.evolve();
      file.write(trials.known());
      progress.step(g);
      progress.detail(detail(trials, exact));
    }
    return true;
  }

  private String detail(Trials trials, double exact) {
    TriedNetwork smallest =
        trials.front().stream()
            .filter(trial -> trial.merit() >= exact)
            .findFirst()
            .orElse(trials.front().get(trials.front().size() - 1));
    return String.format(
        Locale.ROOT,
        "%d on the front, %.4f (given %.4f) at about %.3g cm2",
        trials.front().size(),
        smallest.merit(),
        exact,
        smallest.areaCm2());
  }

  /** Those that no smaller one beats on the rows that choose, spread over the front. */
  private List<IntegerNetwork> choose(Trials trials, RowParts parts) {
    double least = request.aim().merit(parts.search().measure(network())) - request.maxLoss();
    List<TriedNetwork> within =
        trials.front().stream().filter(trial -> trial.merit() >= least).toList();
    List<TriedNetwork> front =
        Domination.front(
            within,
            TriedNetwork::areaCm2,
            trial -> request.aim().merit(parts.validation().measure(trial.network())));
    Set<IntegerNetwork> chosen = new LinkedHashSet<>();
    int count = Math.min(MOST_POINTS, front.size());
    for (int k = 0; k < count; k++) {
      int at = count == 1 ? 0 : Math.round((float) k * (front.size() - 1) / (count - 1));
      chosen.add(front.get(at).network());
    }
    return List.copyOf(chosen);
  }

  /** By measured area now, converters included. */
  private List<Candidate> front(List<Candidate> candidates) {
    List<Candidate> front =
        Domination.front(
            candidates,
            one -> one.cost().totalAreaCm2(),
            one -> request.aim().merit(one.validation()));
    return IntStream.range(0, front.size())
        .mapToObj(k -> front.get(k).withId(Candidate.pointId(k + 1)))
        .toList();
  }

  private static FrozenChoice freeze(ResultFolder folder, FrontMaker maker) {
    return FrozenChoice.freeze(folder.frozen(), maker.recommended().network(), maker.all());
  }
}
