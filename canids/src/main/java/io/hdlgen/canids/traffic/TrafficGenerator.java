package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.canids.frame.Label;
import java.util.List;

/**
 * Synthetic traffic of one vehicle on a bus of 500 kb/s, with attacks: frame by frame, in constant
 * memory, the same for the same specification. Results on it say nothing of a real vehicle.
 *
 * <p>Whenever the bus is free, that one of the frames that wait goes out whose identifier is
 * lowest, and keeps the bus for as many bits as it has, stuff bits included. A frame's time is that
 * of its first bit. Where vehicle and attacker begin a frame with the same identifier at once,
 * which on a real bus would be an error, the vehicle's goes first.
 */
public final class TrafficGenerator implements FrameSource {
  /** Nanoseconds of a bit. */
  static final int BIT_NS = 2000;

  private static final int MICROSECOND_NS = 1000;

  private final long endNs;
  private final Senders senders;
  private final History history = new History();
  private final Attacker attacker;
  private long nowNs;

  /** Traffic of the built-in vehicle. */
  public TrafficGenerator(TrafficSpec spec) {
    this(spec, Vehicle.MESSAGES);
  }

  /** Traffic of a vehicle with these messages, by ascending identifier. */
  TrafficGenerator(TrafficSpec spec, List<MessageSpec> messages) {
    Noise noise = new Noise(spec.seed());
    endNs = spec.durationUs() * MICROSECOND_NS;
    senders = new Senders(messages, noise.split(1));
    attacker = new Attacker(spec.attacks(), senders, history, noise.split(2));
  }

  /** The attack that the last frame lies in; null for none. */
  public AttackBurst burst() {
    return attacker.burst();
  }

  @Override
  public CanFrame next() {
    while (true) {
      release();
      Sender sender = senders.first();
      Injector injector = attacker.injector();
      boolean isInjected =
          injector != null
              && injector.waits()
              && (sender == null || injector.id() < sender.spec().id());
      if (sender == null && !isInjected) {
        nowNs = nextNs();
        if (nowNs >= endNs) {
          return null;
        }
        continue;
      }
      if (nowNs >= endNs) {
        return null;
      }
      if (isInjected) {
        injector.sent();
        Label label = attacker.burst().attack().label();
        return frame(injector.id(), injector.length(), injector.data(), label);
      }
      senders.sent();
      MessageSpec spec = sender.spec();
      history.add(nowNs, spec.id(), spec.length(), sender.data());
      return frame(spec.id(), spec.length(), sender.data(), sender.label());
    }
  }

  private CanFrame frame(int id, int length, long data, Label label) {
    CanFrame frame = CanFrame.of(nowNs / MICROSECOND_NS, id, length, data, label);
    nowNs += (long) BIT_NS * StuffedLength.bits(id, length, data);
    return frame;
  }

  /** Lets everything happen that has come due while the bus was taken, in the order of time. */
  private void release() {
    while (true) {
      long senderNs = senders.nextNs();
      long injectorNs = injectorNs();
      long changeNs = attacker.changeNs();
      if (Math.min(senderNs, Math.min(injectorNs, changeNs)) > nowNs) {
        return;
      }
      if (changeNs <= senderNs && changeNs <= injectorNs) {
        attacker.change();
      } else if (injectorNs < senderNs) {
        attacker.injector().release();
      } else {
        senders.release();
      }
    }
  }

  private long injectorNs() {
    Injector injector = attacker.injector();
    return injector == null || injector.waits() ? Injector.NEVER : injector.nextNs();
  }

  private long nextNs() {
    return Math.min(senders.nextNs(), Math.min(injectorNs(), attacker.changeNs()));
  }
}
