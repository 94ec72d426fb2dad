package io.hdlgen.explore.yield;

import io.hdlgen.explore.yield.AnalogSweep.Deviation;
import java.util.List;

/**
 * How a printed classifier bears what goes wrong, on some rows.
 *
 * @param rows number of rows
 * @param accuracy when nothing is wrong
 * @param areaCm2 of the gates
 * @param plan samples and seed
 * @param stuckAt by density of faults
 * @param singleFaults of each gate
 * @param comparatorOffset by standard deviation in steps of a 4-bit grid
 * @param sensorOffset by standard deviation in per cent of full scale
 * @param sensorGain by standard deviation in per cent
 */
public record YieldReport(
    int rows,
    double accuracy,
    double areaCm2,
    MonteCarlo plan,
    List<StuckAtSweep.Point> stuckAt,
    SingleFaults singleFaults,
    List<AnalogSweep.Point> comparatorOffset,
    List<AnalogSweep.Point> sensorOffset,
    List<AnalogSweep.Point> sensorGain) {
  public YieldReport {
    stuckAt = List.copyOf(stuckAt);
    comparatorOffset = List.copyOf(comparatorOffset);
    sensorOffset = List.copyOf(sensorOffset);
    sensorGain = List.copyOf(sensorGain);
  }

  /** All of it, at the usual densities and errors. */
  public static YieldReport of(TrialCircuit circuit, MonteCarlo plan) {
    return new YieldReport(
        circuit.rows(),
        circuit.accuracy(circuit.right()),
        circuit.netlist().areaCm2(),
        plan,
        StuckAtSweep.of(circuit, StuckAtSweep.DENSITIES, plan),
        SingleFaults.of(circuit),
        AnalogSweep.of(circuit, Deviation.COMPARATOR_OFFSET, AnalogSweep.OFFSETS, plan),
        AnalogSweep.of(circuit, Deviation.SENSOR_OFFSET, AnalogSweep.DRIFTS, plan),
        AnalogSweep.of(circuit, Deviation.SENSOR_GAIN, AnalogSweep.DRIFTS, plan));
  }
}
