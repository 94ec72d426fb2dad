package io.hdlgen.sim.check;

import io.hdlgen.sim.cycle.Simulator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A deterministic stimulus together with what the simulated netlist answers. It is open loop: the
 * simulated netlist alone decides when beats move, and any other witness must do the same.
 */
interface Script {
  /**
   * Simulates one more cycle up to its rising edge, and writes its input record, its output record,
   * and a mask of the output bits that count.
   *
   * @return false, having written nothing, after the last cycle
   */
  boolean next(byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt);

  /** The inference whose result the outputs of the last cycle show; -1 for none. */
  int vector();

  /** The simulator, settled as in the last cycle until the next one is asked for. */
  Simulator simulator();

  /** Differences between the reference and the simulation so far. */
  long mismatches();

  /** The first of them. */
  Optional<Mismatch> first();

  OptionalInt latency();

  /** The latency from the last beat of an input. */
  OptionalInt latencyFromLastBeat();

  OptionalInt interval();
}
