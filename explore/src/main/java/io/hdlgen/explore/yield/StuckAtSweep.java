package io.hdlgen.explore.yield;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.StuckGates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/**
 * The accuracy of circuits whose gates are stuck at 0 or at 1: the number of faults is Poisson
 * distributed with a density times the area (the yield model of defects that fall independently of
 * each other; Murphy, "Cost-Size Optima of Monolithic Integrated Circuits", Proceedings of the IEEE
 * 52, 1964), each hits a gate with the probability of its share of the area, and sticks it at
 * either value alike.
 *
 * <p>A sample is one printed copy at all densities: what is broken at one stays broken at higher
 * ones. Converters do not fail.
 */
public final class StuckAtSweep {
  /** Faults a square centimetre that reports are of. */
  public static final List<Double> DENSITIES = List.of(0.0, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0);

  private final TrialCircuit circuit;
  private final double[] areasBefore;
  private final double areaCm2;
  private final List<Double> densities;

  /**
   * What becomes of the circuit at a density.
   *
   * @param density faults a square centimetre
   * @param meanFaults expected number of faults in the circuit
   * @param faultFree share of the copies without any fault
   * @param accuracy of the copies
   */
  public record Point(double density, double meanFaults, double faultFree, Spread accuracy) {}

  private StuckAtSweep(TrialCircuit circuit, List<Double> densities) {
    this.circuit = circuit;
    this.densities = densities;
    List<GateNetlist.Gate> gates = circuit.netlist().gates();
    areasBefore = new double[gates.size()];
    double sum = 0;
    for (int g = 0; g < areasBefore.length; g++) {
      areasBefore[g] = sum;
      sum += gates.get(g).cell().areaUm2();
    }
    areaCm2 = circuit.netlist().areaCm2();
  }

  /**
   * @param densities faults a square centimetre, ascending from 0 or more
   */
  public static List<Point> of(TrialCircuit circuit, List<Double> densities, MonteCarlo plan) {
    for (int d = 0; d < densities.size(); d++) {
      if (!(densities.get(d) >= (d == 0 ? 0 : densities.get(d - 1)))) {
        throw new IllegalArgumentException("densities do not ascend from 0: " + densities);
      }
    }
    StuckAtSweep sweep = new StuckAtSweep(circuit, List.copyOf(densities));
    List<Copy> copies = plan.run(sweep::copy);
    return IntStream.range(0, densities.size()).mapToObj(d -> sweep.point(d, copies)).toList();
  }

  /** One copy: at each density its number of faults, and of rows that are right. */
  private record Copy(int[] faults, int[] right) {}

  private Copy copy(RandomGenerator random) {
    StuckGates stuck = new StuckGates(areasBefore.length);
    Copy copy = new Copy(new int[densities.size()], new int[densities.size()]);
    int faults = 0;
    int right = circuit.right();
    double next = gap(random);
    for (int d = 0; d < densities.size(); d++) {
      int before = faults;
      for (; next <= densities.get(d) * areaCm2; next += gap(random)) {
        stuck.stick(gate(random.nextDouble()), random.nextBoolean());
        faults++;
      }
      if (faults > before) {
        right = circuit.right(stuck);
      }
      copy.faults[d] = faults;
      copy.right[d] = right;
    }
    return copy;
  }

  /** Between events of a Poisson process of rate 1. */
  private static double gap(RandomGenerator random) {
    return -FastMath.log(1 - random.nextDouble());
  }

  /** The gate at a share of the whole area. */
  private int gate(double share) {
    int found = Arrays.binarySearch(areasBefore, share * areaCm2 * 1e8);
    return found >= 0 ? found : -found - 2;
  }

  private Point point(int d, List<Copy> copies) {
    double density = densities.get(d);
    long sound = copies.stream().filter(copy -> copy.faults[d] == 0).count();
    return new Point(
        density,
        density * areaCm2,
        (double) sound / copies.size(),
        Spread.of(circuit, copies.stream().mapToInt(copy -> copy.right[d]).toArray()));
  }
}
