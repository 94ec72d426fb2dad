package io.hdlgen.explore.yield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.printed.StuckGates;
import io.hdlgen.explore.yield.SingleFaults.GateLoss;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stuck gates of a tiny circuit against its formulas, and the law of the faults. */
class StuckAtTest {
  private static final int ROWS = 150;
  private static final double AREA = (247_860 + 228_420 + 1_042_800) * 1e-8;
  private static final List<Double> DENSITIES = List.of(0.0, 10.0, 60.0, 300.0);

  private static int right(Integer... stuck) {
    double[][] values = TinyCircuits.values(ROWS);
    int[] labels = TinyCircuits.labels(values);
    int right = 0;
    for (int r = 0; r < ROWS; r++) {
      int acid = TinyCircuits.code(values[r][0]);
      int salt = TinyCircuits.code(values[r][1]);
      right += TinyCircuits.classOf(acid, salt, stuck) == labels[r] ? 1 : 0;
    }
    return right;
  }

  @Test
  void countsRightRowsUnderAllFaults() {
    TrialCircuit circuit = TinyCircuits.trial(ROWS);
    assertThat(circuit.right()).isEqualTo(right(null, null, null)).isGreaterThan(ROWS / 2);
    Integer[] choices = {null, 0, 1};
    for (int combination = 0; combination < 27; combination++) {
      Integer[] stuck = {
        choices[combination % 3], choices[combination / 3 % 3], choices[combination / 9]
      };
      StuckGates gates = new StuckGates(3);
      for (int g = 0; g < 3; g++) {
        if (stuck[g] != null) {
          gates.stick(g, stuck[g] == 1);
        }
      }
      assertThat(circuit.right(gates)).isEqualTo(right(stuck));
    }
  }

  @Test
  void triesEverySingleFault() {
    SingleFaults faults = SingleFaults.of(TinyCircuits.trial(ROWS));
    double sound = right(null, null, null);
    assertThat(faults.gates()).extracting(GateLoss::name).containsExactly("u0", "u1", "u2");
    assertThat(faults.gates()).extracting(GateLoss::cell).startsWith("NAND2X1");
    assertThat(faults.gates().get(0).atZero())
        .isCloseTo((sound - right(0, null, null)) / ROWS, within(1e-12));
    assertThat(faults.gates().get(1).atOne())
        .isCloseTo((sound - right(null, 1, null)) / ROWS, within(1e-12));
    assertThat(faults.gates().get(2).atZero())
        .isCloseTo((sound - right(null, null, 0)) / ROWS, within(1e-12));
    GateLoss first = faults.mostCritical(1).get(0);
    assertThat(faults.gates()).allMatch(gate -> gate.worst() <= first.worst());
    assertThat(faults.mostCritical(9)).hasSize(3);
    assertThat(faults.harmless()).isZero();
  }

  @Test
  void faultsArePoissonInTheArea() {
    TrialCircuit circuit = TinyCircuits.trial(ROWS);
    List<StuckAtSweep.Point> points =
        StuckAtSweep.of(circuit, DENSITIES, new MonteCarlo(4000, 1, 2));
    for (StuckAtSweep.Point point : points) {
      assertThat(point.meanFaults()).isCloseTo(point.density() * AREA, within(1e-9));
      // Five standard deviations of a share of 4,000 samples at most.
      assertThat(point.faultFree()).isCloseTo(Math.exp(-point.meanFaults()), within(0.04));
    }
    StuckAtSweep.Point sound = points.get(0);
    double accuracy = circuit.accuracy(circuit.right());
    assertThat(sound.accuracy())
        .isEqualTo(new Spread(sound.accuracy().mean(), accuracy, accuracy, accuracy, 1));
    assertThat(sound.accuracy().mean()).isCloseTo(accuracy, within(1e-12));
  }

  /**
   * The mean over all copies against the sum over all combinations of faults: a gate of area a is
   * sound with probability exp(-d a), else stuck at the value of its first fault.
   */
  @Test
  void meanAccuracyIsThatOfAllCombinations() {
    double density = 60;
    double[] areas = {247_860e-8, 228_420e-8, 1_042_800e-8};
    Integer[] choices = {null, 0, 1};
    double mean = 0;
    double functional = 0;
    for (int combination = 0; combination < 27; combination++) {
      double probability = 1;
      Integer[] stuck = new Integer[3];
      for (int g = 0, rest = combination; g < 3; g++, rest /= 3) {
        stuck[g] = choices[rest % 3];
        double sound = Math.exp(-density * areas[g]);
        probability *= stuck[g] == null ? sound : (1 - sound) / 2;
      }
      mean += probability * right(stuck) / ROWS;
      functional += right(stuck) >= right(null, null, null) - 0.01 * ROWS ? probability : 0;
    }
    Spread found =
        StuckAtSweep.of(TinyCircuits.trial(ROWS), List.of(density), new MonteCarlo(20_000, 3, 2))
            .get(0)
            .accuracy();
    assertThat(found.mean()).isCloseTo(mean, within(0.008));
    assertThat(found.functional()).isCloseTo(functional, within(0.018));
    assertThat(found.low()).isLessThan(found.median());
    assertThat(found.high()).isGreaterThanOrEqualTo(found.median());
  }

  @Test
  void theSeedDecidesAndTheThreadsDoNot() {
    TrialCircuit circuit = TinyCircuits.trial(ROWS);
    List<List<StuckAtSweep.Point>> runs =
        Stream.of(new MonteCarlo(200, 9, 1), new MonteCarlo(200, 9, 4), new MonteCarlo(200, 8, 1))
            .map(plan -> StuckAtSweep.of(circuit, DENSITIES, plan))
            .toList();
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
  }

  /** The same copies at all densities: fewer are sound as the density grows, never more. */
  @Test
  void whatIsBrokenStaysBroken() {
    List<StuckAtSweep.Point> points =
        StuckAtSweep.of(
            TinyCircuits.trial(ROWS), List.of(1.0, 1.5, 2.0, 2.5, 3.0), new MonteCarlo(50, 2, 1));
    for (int d = 1; d < points.size(); d++) {
      assertThat(points.get(d).faultFree()).isLessThanOrEqualTo(points.get(d - 1).faultFree());
    }
  }

  @Test
  void refusesWhatIsNoSweep() {
    TrialCircuit circuit = TinyCircuits.trial(3);
    MonteCarlo plan = new MonteCarlo(1, 1, 1);
    assertThatThrownBy(() -> StuckAtSweep.of(circuit, List.of(1.0, 0.5), plan))
        .hasMessage("densities do not ascend from 0: [1.0, 0.5]");
    assertThatThrownBy(() -> new MonteCarlo(0, 1, 1)).hasMessage("0 samples, 1 threads");
    assertThatThrownBy(
            () ->
                new TrialCircuit(
                    TinyCircuits.netlist(),
                    "klass_o",
                    TinyCircuits.FEATURES,
                    new double[1][2],
                    new int[1]))
        .hasMessage("no output port klass_o");
  }
}
