package io.hdlgen.explore.yield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import io.hdlgen.explore.yield.AnalogSweep.Deviation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Comparators and sensors that are off, against the law of a single comparator. */
class AnalogSweepTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** One comparator at 2 and nothing behind it; the feature's full scale is 3, a step 0.2. */
  private static TrialCircuit comparator(double... values) {
    GateNetlist wire =
        new GateNetlist(
            "wire",
            4,
            List.of(new PortNets("acid_i", List.of(2, 3))),
            List.of(new PortNets("class_o", List.of(3))),
            List.of());
    double[][] rows =
        Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    int[] labels = Arrays.stream(values).mapToInt(x -> x >= 2 ? 1 : 0).toArray();
    return new TrialCircuit(wire, "class_o", TinyCircuits.FEATURES.subList(0, 1), rows, labels);
  }

  private static double mean(TrialCircuit circuit, Deviation deviation, double sigma) {
    return AnalogSweep.of(circuit, deviation, List.of(sigma), new MonteCarlo(10_000, 4, 2))
        .get(0)
        .accuracy()
        .mean();
  }

  @Test
  void anOffsetIsInStepsOfAFourBitGrid() {
    // Wrong where the threshold moves up by more than 0.1: half a step.
    assertThat(mean(comparator(2.1), Deviation.COMPARATOR_OFFSET, 1))
        .isCloseTo(NORMAL.cumulativeProbability(0.5), within(0.025));
    assertThat(mean(comparator(1.9), Deviation.COMPARATOR_OFFSET, 0.5))
        .isCloseTo(NORMAL.cumulativeProbability(1), within(0.025));
  }

  @Test
  void aDriftIsInPerCentOfFullScale() {
    // Wrong where the value falls by more than 0.06, 2 % of 3.
    assertThat(mean(comparator(2.06), Deviation.SENSOR_OFFSET, 4))
        .isCloseTo(NORMAL.cumulativeProbability(0.5), within(0.025));
  }

  @Test
  void aGainStretchesFromTheLowestCode() {
    // Wrong where 1.9 grows beyond 2: by a factor of 2 / 1.9.
    assertThat(mean(comparator(1.9), Deviation.SENSOR_GAIN, 10))
        .isCloseTo(NORMAL.cumulativeProbability(Math.log(2 / 1.9) / 0.1), within(0.025));
    assertThat(mean(comparator(0), Deviation.SENSOR_GAIN, 10)).isEqualTo(1);
  }

  /** A drift moves both levels of a feature the same way, offsets of comparators do not. */
  @Test
  void aSensorDriftsAsAWhole() {
    GateNetlist both =
        new GateNetlist(
            "both",
            4,
            List.of(new PortNets("acid_i", List.of(2, 3))),
            List.of(new PortNets("class_o", List.of(2, 3))),
            List.of());
    // Codes 1 and 2, with 0.05 to the levels that bound them: no drift makes both wrong at once
    // by little, and comparators at 1 and 2 can.
    TrialCircuit circuit =
        new TrialCircuit(
            both,
            "class_o",
            TinyCircuits.FEATURES.subList(0, 1),
            new double[][] {{1.05}, {1.95}},
            new int[] {1, 1});
    assertThat(worst(circuit, Deviation.SENSOR_OFFSET, 3)).isEqualTo(0.5);
    assertThat(worst(circuit, Deviation.COMPARATOR_OFFSET, 1)).isZero();
  }

  private static double worst(TrialCircuit circuit, Deviation deviation, double sigma) {
    return AnalogSweep.of(circuit, deviation, List.of(sigma), new MonteCarlo(300, 6, 1))
        .get(0)
        .accuracy()
        .low();
  }

  @Test
  void nothingIsWrongAtZeroAndTheSeedDecides() {
    TrialCircuit circuit = TinyCircuits.trial(130);
    double accuracy = circuit.accuracy(circuit.right());
    for (Deviation deviation : Deviation.values()) {
      List<Double> sigmas = List.of(0.0, 1.0, 20.0);
      List<List<AnalogSweep.Point>> runs =
          Stream.of(new MonteCarlo(60, 5, 1), new MonteCarlo(60, 5, 3), new MonteCarlo(60, 6, 1))
              .map(plan -> AnalogSweep.of(circuit, deviation, sigmas, plan))
              .toList();
      assertThat(runs.get(0).get(0).accuracy().low()).isEqualTo(accuracy);
      assertThat(runs.get(0).get(0).accuracy().functional()).isEqualTo(1);
      assertThat(runs.get(0).get(2).accuracy().mean()).isLessThan(accuracy);
      assertThat(runs.get(1)).isEqualTo(runs.get(0));
      assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
    }
    assertThatThrownBy(() -> mean(circuit, Deviation.SENSOR_GAIN, -1))
        .hasMessage("a standard deviation below 0: [-1.0]");
  }

  @Test
  void reportsAllAtOnce() {
    TrialCircuit circuit = TinyCircuits.trial(130);
    MonteCarlo plan = new MonteCarlo(20, 5, 1);
    YieldReport report = YieldReport.of(circuit, plan);
    assertThat(report.rows()).isEqualTo(130);
    assertThat(report.stuckAt()).hasSameSizeAs(StuckAtSweep.DENSITIES);
    assertThat(report.comparatorOffset())
        .isEqualTo(AnalogSweep.of(circuit, Deviation.COMPARATOR_OFFSET, AnalogSweep.OFFSETS, plan));
    assertThat(report.sensorOffset()).isNotEqualTo(report.sensorGain());
  }
}
