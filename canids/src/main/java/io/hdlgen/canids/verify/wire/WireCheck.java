package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.rtl.receiver.CanReceiver;
import io.hdlgen.canids.verify.BusFrame;
import io.hdlgen.canids.verify.DetectorBench;
import io.hdlgen.canids.verify.DetectorCheck;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.wire.WireFrames.Heard;
import io.hdlgen.canids.wire.Bus;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a detector behind a receiver with the reference, on the bits of a bus: what frames there
 * are is said by a listener that knows nothing of clocks or hardware, what their features and
 * verdicts are by the reference.
 */
public final class WireCheck {
  private final FeatureSpec spec;
  private final IntegerNetwork network;
  private final Set<Integer> attacks;
  private final int clockMhz;

  /**
   * @param attacks classes that raise an alert
   * @param clockMhz of the receiver, for the time
   */
  public WireCheck(FeatureSpec spec, IntegerNetwork network, Set<Integer> attacks, int clockMhz) {
    this.spec = spec;
    this.network = network;
    this.attacks = Set.copyOf(attacks);
    this.clockMhz = clockMhz;
  }

  /** Runs and compares. */
  public WireCheckResult run(WireBench bench, WireStimulus stimulus, Progress progress) {
    Bus bus = stimulus.bus();
    progress.stage("listening to the bus", (long) bus.line().size() * stimulus.clocksPerBit());
    Waveform wave = stimulus.wave(bus);
    WireRun run = new WireRun(wave, progress);
    bench.run(run, run);
    return compare(bus, wave, run.recording());
  }

  private WireCheckResult compare(Bus bus, Waveform wave, Recording seen) {
    List<Heard> frames = WireFrames.of(bus);
    List<Recording.Start> starts = seen.starts();
    long wrong = Math.abs(frames.size() - starts.size());
    String first =
        wrong == 0 ? null : "frames: expected " + frames.size() + ", found " + starts.size();
    List<BusFrame> begun = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Heard frame = frames.get(i);
      boolean isThere = i < starts.size();
      begun.add(frame.at(isThere ? starts.get(i).timeUs() : 0));
      if (isThere && !isRight(starts.get(i), frame, wave)) {
        wrong++;
        first = first == null ? "frame " + i + " begins: found " + starts.get(i) : first;
      }
    }
    DetectorCheckResult check =
        new DetectorCheck(spec, network, attacks)
            .run(replay(seen), begun.iterator()::next, begun.size(), false);
    long broken = frames.stream().filter(Heard::error).count();
    return new WireCheckResult(
        check.withMismatches(wrong, Optional.ofNullable(first)),
        bus.line().size(),
        frames.size() - broken,
        broken,
        WireTimes.of(seen.events(), frames, wave));
  }

  /** The pulse belongs to the bit on the line; the time is that of the clock before the pulse. */
  private boolean isRight(Recording.Start start, Heard frame, Waveform wave) {
    long sampled = start.clock() - CanReceiver.LATENCY_CYCLES;
    return wave.start(frame.start()) <= sampled
        && sampled < wave.start(frame.start() + 1)
        && start.timeUs() == (start.clock() - 1) / clockMhz;
  }

  /** Tells what has been said, after the reference has been told of all frames. */
  private static DetectorBench replay(Recording seen) {
    return (wait, frames, listener) -> {
      while (frames.get() != null) {
        // The reference tells what to expect of a frame as it gives it.
      }
      seen.events().forEach(listener::accept);
    };
  }
}
