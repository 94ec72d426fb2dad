package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.explore.search.Domination;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Tries approximations, and keeps those that none beats. */
final class Trials {
  private final ApproximationSpace space;
  private final BiasCorrection correction;
  private final LabelledRows rows;
  private final Aim aim;
  private final CostEstimate costs;
  private final ExecutorService workers;
  private final List<Worth> known;
  private final List<Worth> worths = new ArrayList<>();
  private List<TriedNetwork> front = List.of();

  /**
   * @param known what the first ones were worth in an earlier run of the same search
   */
  Trials(
      ApproximationSpace space,
      BiasCorrection correction,
      LabelledRows rows,
      Aim aim,
      CostEstimate costs,
      List<Worth> known,
      ExecutorService workers) {
    this.space = space;
    this.correction = correction;
    this.rows = rows;
    this.aim = aim;
    this.costs = costs;
    this.known = List.copyOf(known);
    this.workers = workers;
  }

  /** Tries points, side by side; the results are in their order. */
  List<TriedNetwork> all(List<double[]> points) {
    List<Future<TriedNetwork>> running = new ArrayList<>();
    for (double[] point : points) {
      int number = worths.size() + running.size();
      Optional<Worth> earlier =
          number < known.size() ? Optional.of(known.get(number)) : Optional.empty();
      running.add(workers.submit(() -> trial(point, earlier)));
    }
    List<TriedNetwork> trials = running.stream().map(Workers::get).toList();
    List<TriedNetwork> all = new ArrayList<>(front);
    all.addAll(trials);
    front = Domination.front(all, TriedNetwork::areaCm2, TriedNetwork::merit);
    trials.forEach(trial -> worths.add(trial.worth()));
    return trials;
  }

  /** What a point's coordinates are. */
  List<Genes.Slot> slots() {
    return space.slots();
  }

  /** By ascending area; none is beaten by another one in estimated area and merit. */
  List<TriedNetwork> front() {
    return front;
  }

  int tried() {
    return worths.size();
  }

  /** What all were worth in the order of trials, those that only the earlier run tried, too. */
  List<Worth> known() {
    List<Worth> all = new ArrayList<>(worths);
    all.addAll(known.subList(Math.min(worths.size(), known.size()), known.size()));
    return all;
  }

  private TriedNetwork trial(double[] point, Optional<Worth> earlier) {
    IntegerNetwork network = correction.apply(space.at(point));
    return new TriedNetwork(network, earlier.orElseGet(() -> worth(network)));
  }

  private Worth worth(IntegerNetwork network) {
    return new Worth(aim.merit(rows.measure(network)), costs.cost(network).totalAreaCm2());
  }
}
