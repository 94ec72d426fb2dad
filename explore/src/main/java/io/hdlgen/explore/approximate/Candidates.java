package io.hdlgen.explore.approximate;

import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Qualities;
import io.hdlgen.explore.outcome.StopRequest;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reduction.ExactReduction;
import io.hdlgen.sim.tool.ToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Measures networks: what they get right, and what their circuits take. */
final class Candidates {
  private static final String SEARCHED = "approximation by NSGA-II";

  private final RowParts parts;
  private final CircuitMapper mapper;
  private final CostEstimate costs;
  private final ExecutorService workers;

  Candidates(RowParts parts, CircuitMapper mapper, CostEstimate costs, ExecutorService workers) {
    this.parts = parts;
    this.mapper = mapper;
    this.costs = costs;
    this.workers = workers;
  }

  /** The network that is to be approximated. */
  Candidate given(IntegerNetwork network) {
    return candidate(network, mapper.cost(network), "as it was given");
  }

  /**
   * Those that were found, their circuits mapped; empty if it was stopped.
   *
   * @throws ToolException if Yosys is missing or fails
   */
  Optional<List<Candidate>> mapped(
      List<IntegerNetwork> networks, Progress progress, BooleanSupplier stop) {
    progress.stage("mapping circuits", networks.size());
    List<Future<Candidate>> running = new ArrayList<>();
    for (IntegerNetwork network : networks) {
      running.add(
          workers.submit(
              () -> {
                IntegerNetwork reduced = reduced(network, parts);
                return candidate(reduced, mapper.cost(reduced), SEARCHED);
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

  /** The same without programs: none can be started any more when the process is about to end. */
  List<Candidate> estimated(List<IntegerNetwork> networks) {
    return networks.stream()
        .map(network -> candidate(network, costs.cost(network), SEARCHED))
        .toList();
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

  private Candidate candidate(IntegerNetwork network, PrintedCost cost, String recipe) {
    return new Candidate(
        network.name(),
        recipe,
        network,
        cost,
        Qualities.of(parts.search().measure(network)),
        Qualities.of(parts.validation().measure(network)));
  }
}
