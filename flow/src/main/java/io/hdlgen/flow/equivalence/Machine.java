package io.hdlgen.flow.equivalence;

import java.util.List;
import java.util.Map;

/**
 * A sequential circuit over an {@link Aig}.
 *
 * @param inputs literals of the input ports, lowest bit first; without the clock
 * @param outputs literals of the output ports
 * @param states registers and bits of memories that are written
 * @param within 1 while every memory is read at words that it has
 */
record Machine(
    Map<String, int[]> inputs, Map<String, int[]> outputs, List<State> states, int within) {

  /**
   * One bit that lives from edge to edge.
   *
   * @param names what it is called, {@code acc_q[3]}; a bit of a memory {@code mem[17][3]}
   * @param current literal of its value
   * @param next literal of its value after the edge
   * @param initial 0, 1, or -1 for any
   */
  record State(List<String> names, int current, int next, int initial) {}
}
