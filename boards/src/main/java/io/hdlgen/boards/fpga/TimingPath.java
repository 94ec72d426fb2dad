package io.hdlgen.boards.fpga;

import java.util.ArrayList;
import java.util.List;

/**
 * A path from a register or memory through logic to another.
 *
 * @param steps in the order of the signal, at least one
 */
public record TimingPath(List<Step> steps) {
  private static final String ROUTING = "routing";

  public TimingPath {
    steps = List.copyOf(steps);
  }

  /**
   * A part of the way.
   *
   * @param type {@code clk-to-q}, {@code logic}, {@code routing} or {@code setup}
   * @param delayNs how long it takes
   * @param from name of the cell where it begins
   * @param to name of the cell where it ends
   * @param net name of the wire, of a routing step
   */
  public record Step(String type, double delayNs, String from, String to, String net) {}

  /** The whole delay in ns. */
  public double delayNs() {
    return steps.stream().mapToDouble(Step::delayNs).sum();
  }

  /** The part of the delay that is wires, in ns. */
  public double routingNs() {
    return steps.stream()
        .filter(step -> step.type().equals(ROUTING))
        .mapToDouble(Step::delayNs)
        .sum();
  }

  /** Names of what the signal comes by, each once: the first wire, further wires, the last cell. */
  public List<String> names() {
    List<String> wires =
        steps.stream().filter(step -> step.type().equals(ROUTING)).map(Step::net).toList();
    List<String> names = new ArrayList<>(wires);
    names.add(steps.get(steps.size() - 1).to());
    return List.copyOf(names);
  }
}
