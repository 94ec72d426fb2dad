package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.rtl.feature.DetectorRegisters;
import io.hdlgen.canids.rtl.feature.EventBeat;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Compares a detector's hardware with the reference on frames: every bit of every feature, every
 * verdict, every frame's end, the counters and the queue of alerts.
 */
public final class DetectorCheck {
  /** Cycles between the reset and the first frame: until what is remembered has been cleared. */
  public static final int WAIT = 2100;

  private static final int MOST_ALERTS = 16;
  private static final int REGISTER_BITS = 32;

  private final FeatureSpec spec;
  private final IntegerNetwork network;
  private final Set<Integer> attacks;
  private final Queue<Expectation> arriving = new ConcurrentLinkedQueue<>();
  private final Queue<Expectation> ending = new ConcurrentLinkedQueue<>();
  private final List<Expectation> alerts = new ArrayList<>();
  private final long[] registers = new long[DetectorRegisters.values().length];
  private boolean crowded;
  private int alertsRead;
  private long features;
  private long verdicts;
  private long attackVerdicts;
  private long alarms;
  private long mismatches;
  private String first;
  private long cycles;
  private long latencyLeast = Long.MAX_VALUE;
  private long latencyMost;

  /**
   * @param attacks classes that raise an alert
   */
  public DetectorCheck(FeatureSpec spec, IntegerNetwork network, Set<Integer> attacks) {
    this.spec = spec;
    this.network = network;
    this.attacks = Set.copyOf(attacks);
  }

  /**
   * Compares; once.
   *
   * @param frames how many
   * @param mayMiss whether frames come faster than verdicts: then each may lack its verdict, if it
   *     is counted as missed
   */
  public DetectorCheckResult run(
      DetectorBench bench, Supplier<BusFrame> traffic, long frames, boolean mayMiss) {
    crowded = mayMiss;
    Reference reference =
        new Reference(
            spec,
            network,
            attacks,
            traffic,
            frames,
            expectation -> {
              if (expectation.features() != null) {
                arriving.add(expectation);
              }
              ending.add(expectation);
            });
    bench.run(WAIT, reference, this::accept);
    if (!arriving.isEmpty() || !ending.isEmpty()) {
      wrong("after the last frame", "nothing more", "frames that are still under way");
    }
    compare("alarms", attackVerdicts, alarms);
    compare("alerts read", Math.min(MOST_ALERTS, alerts.size()), alertsRead);
    return new DetectorCheckResult(
        frames,
        features,
        verdicts,
        mismatches,
        Optional.ofNullable(first),
        registers[DetectorRegisters.MISSED.ordinal()],
        alerts.size(),
        cycles,
        verdicts == 0 ? 0 : latencyLeast,
        latencyMost);
  }

  private void accept(DetectorEvent event) {
    cycles = event.cycle();
    switch (event.kind()) {
      case FEATURES -> features(event);
      case BEAT -> beat(event);
      case ALARM -> alarms++;
      case REGISTER -> register(event);
      case ALERT -> alert(event);
    }
  }

  private void features(DetectorEvent event) {
    Expectation expected = arriving.poll();
    if (expected == null) {
      wrong("cycle " + event.cycle(), "no features", event.value().toString(16));
      return;
    }
    features++;
    expected.featuresAt(event.cycle());
    BigInteger differ = expected.features().xor(event.value());
    if (!expected.judgeable()) {
      // What lies in the window before the first frames is anything.
      differ = differ.shiftRight(spec.totalBits() - spec.totalBits() / spec.window());
    }
    if (differ.signum() != 0) {
      wrong(
          "features of " + name(expected, event),
          expected.features().toString(16) + " (" + names(differ) + ")",
          event.value().toString(16));
    }
  }

  private String names(BigInteger differ) {
    List<String> names = new ArrayList<>();
    int low = 0;
    for (int i = 0; i < spec.features(); i++) {
      BigInteger mask = BigInteger.ONE.shiftLeft(spec.bits(i)).subtract(BigInteger.ONE);
      if (differ.shiftRight(low).and(mask).signum() != 0) {
        names.add(spec.names().get(i));
      }
      low += spec.bits(i);
    }
    return "other in " + String.join(", ", names);
  }

  private void beat(DetectorEvent event) {
    EventBeat beat = EventBeat.of(event.value().longValue());
    Expectation expected = ending.peek();
    while (crowded && expected != null && expected.seq() != beat.seq()) {
      // Its end had no place in the stream, which is counted.
      left(ending.poll());
      registers[DetectorRegisters.DROPPED.ordinal()]++;
      expected = ending.peek();
    }
    if (expected == null) {
      wrong("cycle " + event.cycle(), "no beat", beat.toString());
      return;
    }
    if (beat.kind() == EventBeat.Kind.VERDICT) {
      verdict(expected, beat, event);
      return;
    }
    ending.poll();
    if (!crowded && expected.judgeable() && !expected.judged()) {
      wrong("verdict of " + name(expected, event), "one before its end", "none");
    }
    compare("end of " + name(expected, event), expected.endBeat(), beat);
    left(expected);
  }

  private void verdict(Expectation expected, EventBeat beat, DetectorEvent event) {
    if (!expected.judgeable() || expected.judged()) {
      wrong("verdict of " + name(expected, event), "none, or no second one", beat.toString());
    }
    verdicts++;
    attackVerdicts += expected.attack() ? 1 : 0;
    expected.judge();
    compare("verdict of " + name(expected, event), expected.verdictBeat(), beat);
    // Features are told of a cycle after the end of the data.
    long latency = event.cycle() - expected.featuresCycle() + 1;
    latencyLeast = Math.min(latencyLeast, latency);
    if (expected.bus().pace().stall() == 0) {
      latencyMost = Math.max(latencyMost, latency);
    }
  }

  /** Counts a frame as the hardware should. */
  private void left(Expectation frame) {
    count(frame.bus().error() ? DetectorRegisters.ERRORS : DetectorRegisters.FRAMES);
    if (frame.judgeable() && !frame.judged()) {
      count(DetectorRegisters.MISSED);
    }
    if (frame.alert()) {
      count(DetectorRegisters.ALERTS);
      alerts.add(frame);
    }
  }

  private void count(DetectorRegisters register) {
    registers[register.ordinal()]++;
  }

  private void register(DetectorEvent event) {
    DetectorRegisters register = DetectorRegisters.values()[event.place()];
    if (register == DetectorRegisters.FRAMES) {
      while (crowded && !ending.isEmpty()) {
        left(ending.poll());
        count(DetectorRegisters.DROPPED);
      }
    }
    long expected =
        register == DetectorRegisters.STATUS
            ? Math.min(MOST_ALERTS, alerts.size())
                | (long) Math.max(0, alerts.size() - MOST_ALERTS) << 16
            : registers[event.place()];
    compare(register.name(), expected & (1L << REGISTER_BITS) - 1, event.value().longValue());
  }

  private void alert(DetectorEvent event) {
    DetectorRegisters register = DetectorRegisters.values()[event.place()];
    if (alertsRead == alerts.size()) {
      wrong("alerts", "no more than " + alertsRead, "another");
      return;
    }
    Expectation expected = alerts.get(alertsRead);
    long value = event.value().longValue();
    String what = "alert " + alertsRead + ", " + register;
    if (register == DetectorRegisters.ALERT_FRAME) {
      compare(what, expected.alertFrame(), value);
    } else if (register == DetectorRegisters.ALERT_CLASS) {
      compare(what, (long) expected.verdict(), value);
    } else {
      compare(what, expected.bus().frame().timeUs() & 0xffff_ffffL, value);
      alertsRead++;
    }
  }

  private static String name(Expectation frame, DetectorEvent event) {
    return "frame " + frame.seq() + " at cycle " + event.cycle();
  }

  private void compare(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      wrong(what, expected.toString(), found.toString());
    }
  }

  private void wrong(String what, String expected, String found) {
    mismatches++;
    if (first == null) {
      first = what + ": expected " + expected + ", found " + found;
    }
  }
}
