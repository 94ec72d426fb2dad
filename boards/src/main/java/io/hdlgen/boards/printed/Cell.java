package io.hdlgen.boards.printed;

import java.util.List;

/**
 * A combinational cell with one output.
 *
 * @param areaUm2 area in square micrometres
 * @param inputs in the order of the function's inputs
 * @param output name of the output pin
 * @param staticNw static power in nanowatts in each state of the inputs; bit i of the state is the
 *     value of input i
 * @param rise delay of a rising output
 * @param fall delay of a falling output
 * @param energyPj energy in picojoules that a change of the output takes inside of the cell, mean
 *     of rising and falling
 */
public record Cell(
    String name,
    double areaUm2,
    List<Pin> inputs,
    String output,
    LogicFunction function,
    List<Double> staticNw,
    Delay rise,
    Delay fall,
    double energyPj) {

  /** An input, and the capacitance in picofarads with which it loads its driver. */
  public record Pin(String name, double capacitancePf) {}

  /** A delay in nanoseconds that grows with the capacitance driven. */
  public record Delay(double intrinsicNs, double nsPerPf) {
    /** Of a load; never below 0, whatever the straight line says. */
    public double at(double loadPf) {
      return Math.max(0, intrinsicNs + nsPerPf * loadPf);
    }
  }

  public Cell {
    inputs = List.copyOf(inputs);
    staticNw = List.copyOf(staticNw);
    if (inputs.size() != function.inputs() || staticNw.size() != function.states()) {
      throw new IllegalArgumentException(name + ": inputs, function and states differ");
    }
    if (!(areaUm2 >= 0) || !staticNw.stream().allMatch(power -> power >= 0)) {
      throw new IllegalArgumentException(name + ": an area or a power below 0");
    }
  }

  /** The mean of the static power over all states, in nanowatts. */
  public double meanStaticNw() {
    return staticNw.stream().mapToDouble(power -> power).average().orElse(0);
  }
}
