package io.hdlgen.canids.wire;

import java.util.SplittableRandom;

/** Sends frames, and what all nodes together do about errors. */
final class Node {
  /** What the other nodes do where the listener has found an error. */
  enum Reaction {
    /** They have found it as well, and say so by six dominant bits or more. */
    ACTIVE,
    /** They have found it as well, but are error passive: six recessive bits. */
    PASSIVE,
    /** Nothing: what the listener has seen was on its stub alone. */
    NONE
  }

  static final int FLAG_BITS = 6;
  static final int DELIMITER_BITS = 8;

  private final Bus bus;
  private final SplittableRandom random;
  private final double delay;

  /**
   * @param delay by how much answers come late at most, in bits
   */
  Node(Bus bus, SplittableRandom random, double delay) {
    this.bus = bus;
    this.random = random;
    this.delay = delay;
  }

  /** Sends a frame that all acknowledge, to the end of its end. */
  void send(WireFrame frame) {
    send(frame, -1, Reaction.NONE);
  }

  /**
   * Sends a frame, one of whose bits is the other level to the listener.
   *
   * @param flipped which bit before the delimiter of the check; -1 for none
   */
  void send(WireFrame frame, int flipped, Reaction reaction) {
    Bits bits = frame.stuffed();
    for (int i = 0; i < bits.size(); i++) {
      bus.bit(bits.get(i) ^ (i == flipped));
      if (bus.isFaulty() && reaction != Reaction.NONE) {
        flag(reaction);
        return;
      }
    }
    bus.bit(true);
    if (bus.isFaulty() && reaction != Reaction.NONE) {
      // A wrong check: nobody acknowledges, and the flags come after the acknowledgement.
      bus.bits(true, 2);
      flag(reaction);
      return;
    }
    bus.dominant(1, late());
    bus.bits(true, 7);
  }

  /** Sends the beginning of a frame only. */
  void begin(WireFrame frame, int count) {
    Bits bits = frame.stuffed();
    for (int i = 0; i < count && i < bits.size(); i++) {
      bus.bit(bits.get(i));
    }
  }

  /** Sends a frame that nobody acknowledges: its sender flags an error. */
  void sendAlone(WireFrame frame) {
    begin(frame, Integer.MAX_VALUE);
    bus.bits(true, 2);
    flag(Reaction.ACTIVE);
  }

  /** Flags and delimiter of errors, and of overload. */
  void flag(Reaction reaction) {
    if (reaction == Reaction.ACTIVE) {
      bus.dominant(FLAG_BITS + random.nextInt(FLAG_BITS + 1), late());
      bus.bits(true, DELIMITER_BITS - 1);
    } else {
      bus.bits(true, FLAG_BITS + DELIMITER_BITS);
    }
  }

  private double late() {
    return delay * random.nextDouble();
  }
}
