package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.explore.search.Domination;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
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
  private List<TriedNetwork> front = List.of();
  private int tried;

  Trials(
      ApproximationSpace space,
      BiasCorrection correction,
      LabelledRows rows,
      Aim aim,
      CostEstimate costs,
      ExecutorService workers) {
    this.space = space;
    this.correction = correction;
    this.rows = rows;
    this.aim = aim;
    this.costs = costs;
    this.workers = workers;
  }

  /** Tries points, side by side; the results are in their order. */
  List<TriedNetwork> all(List<double[]> points) {
    List<Future<TriedNetwork>> running =
        points.stream().map(point -> workers.submit(() -> trial(point))).toList();
    List<TriedNetwork> trials = running.stream().map(Workers::get).toList();
    List<TriedNetwork> all = new ArrayList<>(front);
    all.addAll(trials);
    front = Domination.front(all, TriedNetwork::areaCm2, TriedNetwork::merit);
    tried += trials.size();
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
    return tried;
  }

  private TriedNetwork trial(double[] point) {
    IntegerNetwork network = correction.apply(space.at(point));
    return new TriedNetwork(
        network, aim.merit(rows.measure(network)), costs.cost(network).totalAreaCm2());
  }
}
