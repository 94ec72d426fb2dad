package io.hdlgen.hdl.folding;

import java.util.List;
import java.util.OptionalLong;

/**
 * Cycles of a folded pipeline: exact, from the rules of its hardware.
 *
 * @param latency from the first accept of an inference to its first {@code m_axis_tvalid}; empty
 *     pipeline, source always valid, sink always ready
 * @param latencyFromLastBeat the same from the last accept
 * @param inferences inferences after which the steady state repeats, at least 1
 * @param cycles cycles that these take
 * @param layers what each layer does in these cycles
 */
public record CycleReport(
    long latency,
    long latencyFromLastBeat,
    long inferences,
    long cycles,
    List<LayerCycles> layers) {
  public CycleReport {
    layers = List.copyOf(layers);
  }

  /** Cycles between inferences; empty if they alternate and their mean is not an integer. */
  public OptionalLong interval() {
    return cycles % inferences == 0 ? OptionalLong.of(cycles / inferences) : OptionalLong.empty();
  }

  /** Share of cycles in which a layer works, 0..1. */
  public double occupancy(int layer) {
    return (double) layers.get(layer).busy() / cycles;
  }
}
