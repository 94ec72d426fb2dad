package io.hdlgen.explore.approximate;

import io.hdlgen.boards.Target;
import io.hdlgen.explore.evolution.Nsga2;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.FolderLock;
import io.hdlgen.explore.outcome.PrintedTarget;
import io.hdlgen.explore.outcome.Qualities;
import io.hdlgen.explore.outcome.ResultFolder;
import io.hdlgen.explore.outcome.StopRequest;
import io.hdlgen.explore.outcome.Workers;
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
import io.hdlgen.quantizer.reduction.ExactReduction;
import io.hdlgen.sim.tool.ToolException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One search for approximations, from the network to the report. */
final class Approximation {
  private static final int MOST_POINTS = 12;
  private static final int MOST_GENES = 100_000;
  private static final String GIVEN = "given";
  private static final String SEARCHED = "approximation by NSGA-II";

  private final ApproximateRequest request;
  private final Progress progress;
  private final BooleanSupplier stop;
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
    if (folder.tested() && parts.test().isEmpty()) {
      throw new InvalidInputException(
          folder.path().toString(),
          "a front that was tested",
          "another folder for one that is not; choose another -o");
    }
    FolderLock lock = FolderLock.of(folder.path());
    ExecutorService workers = Executors.newFixedThreadPool(request.threads());
    try {
      CircuitMapper mapper = new CircuitMapper(target, parts.training());
      progress.stage("mapping the network as it is", 0);
      Candidate given =
          candidate(network, parts, mapper.cost(network), "as it was given").withId(GIVEN);
      CostEstimate costs = new CostEstimate(target);
      TriedFile file = new TriedFile(folder.trials(), request, network, parts.training().samples());
      Trials trials = trials(network, parts, costs, file.read(), workers);
      boolean searched = search(network, trials, parts, file);
      List<IntegerNetwork> chosen = choose(trials, parts);
      Optional<List<Candidate>> mapped =
          searched ? map(chosen, parts, mapper, workers) : Optional.empty();
      boolean stopped = mapped.isEmpty();
      List<Candidate> front = front(mapped.orElseGet(() -> estimate(chosen, parts, costs)));
      FrontMaker maker = new FrontMaker(request, parts, given, front);
      // Before anything is written: a front whose test rows were read stays as it is.
      Optional<OpenedTestRows> test =
          stopped ? Optional.empty() : parts.test().map(rows -> rows.open(freeze(folder, maker)));
      double seconds = (System.nanoTime() - started) / 1e9;
      ApproximateResult result =
          maker.result(folder.path(), test, trials.tried(), seconds, stopped);
      if (stopped && folder.tested()) {
        return result.withNote(
            "Nothing was written: %s holds a front that was tested".formatted(folder.path()));
      }
      folder.write(front);
      folder.write(result.front());
      OutputFile.write(
          folder.report(),
          new FrontReport(
                  result.front(),
                  ApproximateText.of(request),
                  "hdlgen " + ToolVersion.current(),
                  List.of(),
                  Optional.of(result.given()))
              .html());
      return result;
    } finally {
      workers.shutdownNow();
      lock.close();
    }
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
        progress.note("Stopped; what was found until now is kept.");
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

  /** Empty if it was stopped. */
  private Optional<List<Candidate>> map(
      List<IntegerNetwork> networks,
      RowParts parts,
      CircuitMapper mapper,
      ExecutorService workers) {
    progress.stage("mapping circuits", networks.size());
    List<Future<Candidate>> running = new ArrayList<>();
    for (IntegerNetwork network : networks) {
      running.add(
          workers.submit(
              () -> {
                IntegerNetwork reduced = reduced(network, parts);
                return candidate(reduced, parts, mapper.cost(reduced), SEARCHED);
              }));
    }
    List<Candidate> candidates = new ArrayList<>();
    try {
      for (Future<Candidate> one : running) {
        candidates.add(Workers.get(one));
        progress.step(candidates.size());
      }
    } catch (ToolException e) {
      if (StopRequest.caused(e, stop)) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(candidates);
  }

  /**
   * The network without what no class depends on. Its features may be fewer, so that it stays whole
   * where columns are told by their places.
   */
  static IntegerNetwork reduced(IntegerNetwork network, RowParts parts) {
    boolean named =
        network.inputs().stream()
            .allMatch(
                feature -> parts.training().samples().featureNames().contains(feature.name()));
    return named ? ExactReduction.of(network).network() : network;
  }

  /** No program can be started any more when the process is about to end. */
  private static List<Candidate> estimate(
      List<IntegerNetwork> networks, RowParts parts, CostEstimate costs) {
    return networks.stream()
        .map(network -> candidate(network, parts, costs.cost(network), SEARCHED))
        .toList();
  }

  private static Candidate candidate(
      IntegerNetwork network, RowParts parts, PrintedCost cost, String recipe) {
    return new Candidate(
        network.name(),
        recipe,
        network,
        cost,
        Qualities.of(parts.search().measure(network)),
        Qualities.of(parts.validation().measure(network)));
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
