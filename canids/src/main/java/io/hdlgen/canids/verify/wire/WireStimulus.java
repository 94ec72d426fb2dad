package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.verify.DetectorCheck;
import io.hdlgen.canids.wire.Bus;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Nuisances;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.canids.wire.Waveform.Disturbance;
import io.hdlgen.canids.wire.WireFrame;
import java.util.List;

/**
 * What is on the line.
 *
 * @param frames and incidents, so many
 * @param seed of them and of what happens to them
 * @param clocksPerBit of the receiver
 * @param nuisances incidents, other clocks and late answers
 * @param disturbance of edges and levels
 * @param given what the frames are, from the first again after the last; empty for frames of chance
 */
public record WireStimulus(
    int frames,
    long seed,
    int clocksPerBit,
    Nuisances nuisances,
    Disturbance disturbance,
    List<WireFrame> given) {
  /** Bits of quiet at both ends. */
  private static final int QUIET = 20;

  /** Fewest clocks a bit at which edges may be off, and glitches are shorter than a clock. */
  private static final int MANY_CLOCKS = 16;

  public WireStimulus {
    given = List.copyOf(given);
  }

  /** The same with these frames. */
  public WireStimulus of(List<WireFrame> others) {
    return new WireStimulus(frames, seed, clocksPerBit, nuisances, disturbance, others);
  }

  /** The usual one: much goes wrong, within what the receiver's timing bears. */
  public static WireStimulus usual(int frames, long seed, int clocksPerBit) {
    boolean isFine = clocksPerBit >= MANY_CLOCKS;
    return new WireStimulus(
        frames,
        seed,
        clocksPerBit,
        isFine ? Nuisances.of(0.004, 0.1, 0.35) : Nuisances.of(0.002, 0.03, 0.35),
        isFine ? new Disturbance(0.4, 0.4, 0.05) : new Disturbance(0.4, 0.25, 0),
        List.of());
  }

  /** Sends all of it, behind the time that a detector needs to clear its memory. */
  Bus bus() {
    int[] next = {0};
    BusTraffic traffic =
        given.isEmpty()
            ? new BusTraffic(seed, nuisances)
            : new BusTraffic(seed, nuisances, () -> given.get(next[0]++ % given.size()));
    traffic.bus().bits(true, DetectorCheck.WAIT / clocksPerBit + QUIET);
    traffic.send(frames);
    traffic.bus().bits(true, QUIET);
    return traffic.bus();
  }

  Waveform wave(Bus bus) {
    return new Waveform(bus.line(), clocksPerBit, disturbance, seed);
  }
}
