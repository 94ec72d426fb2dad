package io.hdlgen.boards.printed;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A combinational circuit of cells. Nets are numbers: 0 is constant 0, 1 is constant 1.
 *
 * @param nets number of nets, the two constants included
 * @param inputs in the order of the ports
 * @param outputs in the order of the ports
 * @param gates each behind those that drive it
 */
public record GateNetlist(
    String module, int nets, List<PortNets> inputs, List<PortNets> outputs, List<Gate> gates) {
  /** The net that is always 0. */
  public static final int ZERO = 0;

  /** The net that is always 1. */
  public static final int ONE = 1;

  /** A port; its nets from the lowest bit up. */
  public record PortNets(String name, List<Integer> nets) {
    public PortNets {
      nets = List.copyOf(nets);
    }
  }

  /** A cell in the circuit; its inputs in the cell's order. */
  public record Gate(String name, Cell cell, List<Integer> inputs, int output) {
    public Gate {
      inputs = List.copyOf(inputs);
    }
  }

  public GateNetlist {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    gates = List.copyOf(gates);
  }

  /** The area of all cells, in square centimetres. */
  public double areaCm2() {
    return gates.stream().mapToDouble(gate -> gate.cell().areaUm2()).sum() * 1e-8;
  }

  /** How many cells there are of each kind. */
  public SortedMap<String, Integer> cells() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    gates.forEach(gate -> counts.merge(gate.cell().name(), 1, Integer::sum));
    return counts;
  }

  /**
   * The same circuit of another library's cells of the same names, as of another supply.
   *
   * @throws IllegalArgumentException if the library lacks one, or has one of that name with another
   *     function
   */
  public GateNetlist of(CellLibrary library) {
    return new GateNetlist(
        module,
        nets,
        inputs,
        outputs,
        gates.stream()
            .map(gate -> new Gate(gate.name(), alike(gate, library), gate.inputs(), gate.output()))
            .toList());
  }

  private static Cell alike(Gate gate, CellLibrary library) {
    String name = gate.cell().name();
    return library
        .cell(name)
        .filter(cell -> cell.function().equals(gate.cell().function()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "library " + library.name() + " has no " + name + " of the same function"));
  }

  /** For each net the number of gate inputs and output ports that it drives. */
  int[] readers() {
    int[] readers = new int[nets];
    gates.forEach(gate -> gate.inputs().forEach(net -> readers[net]++));
    outputs.forEach(port -> port.nets().forEach(net -> readers[net]++));
    return readers;
  }

  /** The capacitance that each net drives, in picofarads. */
  double[] loadsPf() {
    double[] loads = new double[nets];
    for (Gate gate : gates) {
      for (int i = 0; i < gate.inputs().size(); i++) {
        loads[gate.inputs().get(i)] += gate.cell().inputs().get(i).capacitancePf();
      }
    }
    return loads;
  }
}
