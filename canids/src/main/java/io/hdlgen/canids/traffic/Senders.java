package io.hdlgen.canids.traffic;

import java.util.ArrayList;
import java.util.List;

/** All messages of the vehicle: which are due, and which of those that wait goes first. */
final class Senders {
  private static final int MAX_MESSAGES = 64;

  private final Sender[] senders;
  private final long[] releaseNs;
  private final VehicleState state;
  private int next;

  /** A bit for each message that waits, the lowest for the lowest identifier. */
  private long waiting;

  /**
   * @param messages by ascending identifier
   */
  Senders(List<MessageSpec> messages, Noise noise) {
    if (messages.size() > MAX_MESSAGES) {
      throw new IllegalArgumentException(messages.size() + " messages");
    }
    state = new VehicleState(noise.split(0));
    senders = new Sender[messages.size()];
    releaseNs = new long[senders.length];
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < senders.length; i++) {
      MessageSpec spec = messages.get(i);
      int rank = (int) units.stream().filter(unit -> unit == spec.unit()).count();
      units.add(spec.unit());
      Noise unit = noise.split(100 + spec.unit());
      senders[i] = new Sender(spec, rank, unit, noise.split(1000 + i));
      releaseNs[i] = senders[i].releaseNs();
    }
    findNext();
  }

  /** When the next frame wants to go out. */
  long nextNs() {
    return releaseNs[next];
  }

  /** Lets the next frame wait for the bus. */
  void release() {
    Sender sender = senders[next];
    state.advance(releaseNs[next]);
    if (sender.release(state)) {
      waiting |= 1L << next;
    } else {
      waiting &= ~(1L << next);
    }
    releaseNs[next] = sender.releaseNs();
    findNext();
  }

  /** The message of highest priority that waits; null for none. */
  Sender first() {
    return waiting == 0 ? null : senders[Long.numberOfTrailingZeros(waiting)];
  }

  /** That message has gone out. */
  void sent() {
    waiting &= waiting - 1;
  }

  /** A message that comes regularly and often, by chance. */
  Sender any(Noise noise, int maxPeriodMs) {
    while (true) {
      int i = noise.below(senders.length);
      MessageSpec spec = senders[i].spec();
      if (!spec.isEvent() && spec.periodMs() <= maxPeriodMs) {
        return senders[i];
      }
    }
  }

  /** Takes up what was changed of a message; what it has waiting is dropped. */
  void changed(Sender sender) {
    for (int i = 0; i < senders.length; i++) {
      if (senders[i] == sender) {
        waiting &= ~(1L << i);
        releaseNs[i] = sender.releaseNs();
      }
    }
    findNext();
  }

  /** The state of the vehicle as an attacker would like it. */
  VehicleState forgedState(Noise noise) {
    return state.forged(noise);
  }

  private void findNext() {
    int first = 0;
    long least = releaseNs[0];
    for (int i = 1; i < releaseNs.length; i++) {
      if (releaseNs[i] < least) {
        least = releaseNs[i];
        first = i;
      }
    }
    next = first;
  }
}
