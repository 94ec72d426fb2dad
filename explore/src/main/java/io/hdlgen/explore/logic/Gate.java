package io.hdlgen.explore.logic;

/**
 * A gate of a {@link LogicCircuit}.
 *
 * @param a the signal at its first input
 * @param b the signal at its second; equal to {@code a} if it has one input
 */
public record Gate(GateKind kind, int a, int b) {
  public Gate {
    if (kind.inputs() == 1 && a != b) {
      throw new IllegalArgumentException("an inverter of two signals");
    }
  }
}
