package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.explore.evolution.Nsga2;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.jenetics.ext.moea.Vec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolutionTest {
  private static final int GENERATIONS = 12;

  @TempDir Path folder;

  @Test
  void findsSmallerNetworksThatAreAsGoodAndTheSameOnesForAnyNumberOfThreads() throws IOException {
    List<TriedNetwork> front = front(1, 1);
    assertThat(front(1, 3)).isEqualTo(front);
    assertThat(front(2, 1)).isNotEqualTo(front);
    TriedNetwork given = given();
    assertThat(front)
        .anyMatch(
            trial -> trial.merit() >= given.merit() && trial.areaCm2() < 0.7 * given.areaCm2());
    for (int k = 1; k < front.size(); k++) {
      assertThat(front.get(k).areaCm2()).isGreaterThan(front.get(k - 1).areaCm2());
      assertThat(front.get(k).merit()).isGreaterThan(front.get(k - 1).merit());
    }
  }

  /** Else the search would spend itself on tiny circuits that are of no use. */
  @Test
  void areaCountsForNothingBelowTheLeastMerit() {
    Vec<double[]> large = objectives(0.8, 5);
    assertThat(large.dominance(objectives(0.79, 0.001))).isPositive();
    assertThat(objectives(0.79, 5).dominance(objectives(0.78, 0.001))).isPositive();
    assertThat(objectives(0.79, 5).dominance(objectives(0.79, 0.001))).isZero();
    assertThat(large.dominance(objectives(0.81, 6))).isZero();
    assertThat(large.dominance(objectives(0.8, 4))).isNegative();
  }

  private static Vec<double[]> objectives(double merit, double areaCm2) {
    return Vec.of(
        Evolution.objectives(new TriedNetwork(Printed.network(), new Worth(merit, areaCm2)), 0.8));
  }

  private TriedNetwork given() throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(1);
    try {
      Trials trials = trials(workers);
      return trials.all(List.of(new double[trials.slots().size()])).get(0);
    } finally {
      workers.shutdownNow();
    }
  }

  private List<TriedNetwork> front(long seed, int threads) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Trials trials = trials(workers);
      Nsga2 evolution = Evolution.of(trials, 0.8, FirstPoints.of(trials.slots(), 20, seed), seed);
      for (int g = 0; g < GENERATIONS; g++) {
        evolution.evolve();
      }
      assertThat(trials.tried()).isBetween(20, 20 * GENERATIONS);
      return trials.front();
    } finally {
      workers.shutdownNow();
    }
  }

  private Trials trials(ExecutorService workers) throws IOException {
    IntegerNetwork network = Printed.network();
    RowParts parts = RowParts.of(Printed.request(folder, folder, 1, 1), network);
    return new Trials(
        new ApproximationSpace(network),
        new BiasCorrection(network, parts.search().values(network)),
        parts.search(),
        Aim.ACCURACY,
        new CostEstimate(TargetCatalogue.builtIn().find("egfet_1v0")),
        List.of(),
        workers);
  }
}
