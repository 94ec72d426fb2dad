package io.hdlgen.canids.wire;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Sends frames of chance, with gaps and incidents of chance, on a bus. */
public final class BusTraffic {
  /** Recessive bits after which a listener is sure to be ready, however far its clock is off. */
  private static final int LONG_GAP = 14;

  private static final int INTERMISSION_BITS = 3;
  private static final int TAIL_BITS = WireFrame.TAIL_BITS;

  private final Bus bus = new Bus();
  private final SplittableRandom random;
  private final Nuisances nuisances;
  private final Supplier<WireFrame> frames;
  private final Node node;
  private boolean driven;

  /** What can happen to a frame, or instead of one. */
  private enum Incident {
    FLIPPED_BIT,
    ERROR_FLAG,
    NO_ACKNOWLEDGE,
    OVERLOAD,
    SILENCE,
    STUCK,
    CAN_FD
  }

  /** Sends frames of chance. */
  public BusTraffic(long seed, Nuisances nuisances) {
    this(new SplittableRandom(seed), nuisances, null);
  }

  /** Sends these frames; gaps and incidents are of chance all the same. */
  public BusTraffic(long seed, Nuisances nuisances, Supplier<WireFrame> frames) {
    this(new SplittableRandom(seed), nuisances, frames);
  }

  private BusTraffic(SplittableRandom random, Nuisances nuisances, Supplier<WireFrame> frames) {
    this.random = random;
    this.nuisances = nuisances;
    this.frames = frames == null ? new FrameChance(random)::next : frames;
    this.node = new Node(bus, random, nuisances.delay());
  }

  /** The bus, with all that has been sent on it. */
  public Bus bus() {
    return bus;
  }

  /** Sends so many frames or incidents, and a gap behind each. */
  public void send(int count) {
    for (int i = 0; i < count; i++) {
      newSender();
      if (bus.line().size() == 0) {
        bus.bits(true, LONG_GAP);
      }
      driven = false;
      if (random.nextDouble() < nuisances.incidents()) {
        Incident[] all = Incident.values();
        happen(all[random.nextInt(all.length)]);
      } else {
        node.send(frames.get());
      }
      gap();
    }
  }

  private void newSender() {
    double most = nuisances.slowest() - nuisances.fastest();
    double share =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> 1;
          default -> random.nextDouble();
        };
    bus.setBitLength(nuisances.fastest() + most * share);
  }

  private void gap() {
    if (driven) {
      bus.bits(true, LONG_GAP + random.nextInt(LONG_GAP));
      return;
    }
    switch (random.nextInt(6)) {
      // A node whose clock is fast may begin with the third bit.
      case 0 -> bus.bits(true, INTERMISSION_BITS - 1);
      case 1, 2, 3 -> bus.bits(true, INTERMISSION_BITS);
      case 4 -> bus.bits(true, INTERMISSION_BITS + random.nextInt(20));
      default -> {
        // No whole number of bits, once it no longer counts how many there are.
        bus.bits(true, LONG_GAP + random.nextInt(30));
        bus.bit(true, 1 + random.nextDouble());
      }
    }
  }

  private void happen(Incident incident) {
    WireFrame frame = frames.get();
    int bits = frame.stuffed().size();
    switch (incident) {
      case FLIPPED_BIT -> {
        Node.Reaction[] all = Node.Reaction.values();
        node.send(frame, random.nextInt(bits), all[random.nextInt(all.length)]);
      }
      case ERROR_FLAG -> flagged(frame, random.nextInt(bits + TAIL_BITS));
      case NO_ACKNOWLEDGE -> node.sendAlone(frame);
      case OVERLOAD -> overloaded(frame);
      case SILENCE -> {
        node.begin(frame, 1 + random.nextInt(bits));
        bus.bits(true, 30 + random.nextInt(200));
      }
      case STUCK -> {
        node.begin(frame, random.nextInt(bits));
        bus.bits(false, 20 + random.nextInt(200));
        driven = true;
      }
      case CAN_FD -> {
        // Whoever is not ready would take its short bits for bits.
        bus.bits(true, bus.isFree() ? 0 : LONG_GAP);
        new FdFrame(bus, random).send(1 << random.nextInt(3));
      }
    }
  }

  /** An error that another node has found, after so many bits. */
  private void flagged(WireFrame frame, int after) {
    int bits = frame.stuffed().size();
    node.begin(frame, after);
    if (after > bits) {
      bus.bit(true);
    }
    if (after > bits + 1) {
      bus.bit(false);
      bus.bits(true, after - bits - 2);
    }
    node.flag(Node.Reaction.ACTIVE);
  }

  /** One or two overload frames, in the first or second bit of intermission. */
  private void overloaded(WireFrame frame) {
    node.send(frame);
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      bus.bits(true, random.nextInt(INTERMISSION_BITS - 1));
      node.flag(Node.Reaction.ACTIVE);
    }
  }
}
