package io.hdlgen.explore.approximate;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.explore.search.Domination;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.estimate.PrintedEstimate;
import io.hdlgen.hdl.estimate.PrintedEstimator;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Tries approximations, and keeps those that none beats. */
final class Trials {
  private final ApproximationSpace space;
  private final BiasCorrection correction;
  private final LabelledRows rows;
  private final Aim aim;
  private final Target target;
  private final PrintedEstimator estimator;
  private final ExecutorService workers;
  private List<TriedNetwork> front = List.of();
  private int tried;

  Trials(
      ApproximationSpace space,
      BiasCorrection correction,
      LabelledRows rows,
      Aim aim,
      Target target,
      ExecutorService workers) {
    this.space = space;
    this.correction = correction;
    this.rows = rows;
    this.aim = aim;
    this.target = target;
    this.estimator = Estimators.printed(target.name());
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
    return new TriedNetwork(network, aim.merit(rows.measure(network)), estimate(network).areaCm2());
  }

  /** What the circuit of a network is likely to take. */
  PrintedEstimate estimate(IntegerNetwork network) {
    return estimator.estimate(design(network, target).netlist());
  }

  /** The circuit of a network, without a clock. */
  static HardwareDesign design(IntegerNetwork network, Target target) {
    return HardwareCompiler.compile(
        network,
        new HardwareOptions(
            "classifier",
            Architecture.COMBINATIONAL,
            Outputs.CLASS,
            target.clockMhz(),
            OptionalInt.empty(),
            target.costModel(),
            List.of()));
  }
}
