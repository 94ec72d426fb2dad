package io.hdlgen.explore.logic;

import java.util.Arrays;

/**
 * What a circuit takes, gate by gate as it stands.
 *
 * @param gates number of gates
 * @param comparators number of inputs that are read
 * @param areaUm2 of the gates
 * @param staticPw of the gates in picowatts, by their state, averaged over the rows
 * @param comparatorUm2 area of the comparators
 * @param comparatorPw their power in picowatts
 */
public record CircuitFigures(
    int gates,
    int comparators,
    long areaUm2,
    double staticPw,
    long comparatorUm2,
    long comparatorPw) {
  private static final double UM2_PER_CM2 = 1e8;
  private static final double PW_PER_MW = 1e9;

  /** The figures of a circuit whose gates are all read, over the labelled rows. */
  public static CircuitFigures of(LogicCircuit circuit, LabelledBits bits, CircuitCosts costs) {
    long[][] values = circuit.evaluate(bits.inputs(), bits.words());
    int rows = bits.rows();
    int[] ones = Arrays.stream(values).mapToInt(bits::ones).toArray();
    long area = 0;
    long power = 0;
    for (int g = 0; g < circuit.gates().size(); g++) {
      Gate gate = circuit.gates().get(g);
      area += costs.areaUm2(gate.kind());
      power +=
          costs.staticPw(
              gate.kind(), ones[gate.a()], ones[gate.b()], ones[circuit.signal(g)], rows);
    }
    boolean[] live = circuit.live();
    int comparators = 0;
    for (int i = 0; i < circuit.inputs(); i++) {
      comparators += live[i] ? 1 : 0;
    }
    return new CircuitFigures(
        circuit.gates().size(),
        comparators,
        area,
        (double) power / rows,
        comparators * costs.comparatorUm2(),
        comparators * costs.comparatorPw());
  }

  /** Gates alone, in square centimetres. */
  public double gatesCm2() {
    return areaUm2 / UM2_PER_CM2;
  }

  /** Gates alone, in milliwatts. */
  public double gatesMw() {
    return staticPw / PW_PER_MW;
  }

  /** Gates and comparators together, in square centimetres. */
  public double totalCm2() {
    return (areaUm2 + comparatorUm2) / UM2_PER_CM2;
  }

  /** Gates and comparators together, in milliwatts. */
  public double totalMw() {
    return (staticPw + comparatorPw) / PW_PER_MW;
  }
}
