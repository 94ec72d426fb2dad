package io.hdlgen.canids.verify;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.SplittableRandom;

/**
 * Frames of all kinds at random: few identifiers among many, gaps of all lengths, every length
 * code, remote and extended frames, errors anywhere, and parts at every pace from one a cycle to
 * that of a full bus.
 */
public final class BusTraffic {
  private static final int STANDARD_FAVOURITES = 3;
  private static final int MOST_SPREAD = 5;
  private static final int MOST_STALL = 128;

  /** Of so many frames, one comes at the pace of the bus. */
  private static final int BUS_PACE = 64;

  /** Frames, on average, that follow one another at the pace of the bus. */
  private static final int RUN = 8;

  /** Of so many frames one breaks off. */
  private static final int BROKEN = 12;

  /** The same at the pace of the bus. */
  private static final int BROKEN_FROM_BUS = 2;

  /** Most parts of those that break off early at the pace of the bus, and 1. */
  private static final int EARLY = 2;

  /**
   * Least bits from the one that an error is found in, an error flag's last, to the next frame's
   * first: eight of the delimiter and two of the intermission lie between.
   */
  private static final int AFTER_ERROR = 11;

  /** From the last but one of the end of frame: its last and two of the intermission. */
  private static final int AFTER_FRAME = 4;

  /** Cycles of a frame's parts besides its bits, and those by which a receiver may be ahead. */
  private static final int AHEAD = 10;

  private final SplittableRandom random;
  private final int settle;
  private final int clocksPerBit;
  private final boolean crowded;
  private long timeUs;

  /** Whether the next frame comes at the pace of the bus. */
  private boolean fromBus;

  /** Of the frame before: a reader's habits stay while frames come at the pace of the bus. */
  private int stall;

  /**
   * @param settle cycles that a verdict takes, at most
   * @param clocksPerBit of the bus
   * @param crowded whether frames come at once, so that verdicts are missed
   */
  public BusTraffic(long seed, int settle, int clocksPerBit, boolean crowded) {
    this.random = new SplittableRandom(seed);
    this.settle = settle;
    this.clocksPerBit = clocksPerBit;
    this.crowded = crowded;
    this.timeUs = random.nextLong(1L << 32);
  }

  /** The next frame; there is no last one. */
  public BusFrame next() {
    timeUs += random.nextLong(1L << random.nextInt(one(50) ? 28 : 16));
    boolean extended = one(4);
    int base = random.nextBoolean() ? 5 << random.nextInt(STANDARD_FAVOURITES) : below(2048);
    int id = extended ? base << 18 | below(1 << 18) : base;
    boolean remote = one(8);
    int code = one(16) ? 8 + below(8) : below(9);
    int length = Math.min(CanFrame.MAX_LENGTH, code);
    long any = one(8) ? random.nextInt(2) * -1L : random.nextLong();
    long data = remote || length == 0 ? 0 : any >>> 8 * (CanFrame.MAX_LENGTH - length);
    CanFrame frame = new CanFrame(timeUs, id, extended, remote, length, data, Label.UNKNOWN);
    boolean error = one(fromBus ? BROKEN_FROM_BUS : BROKEN);
    int all = 3 + (remote ? 0 : length);
    int some = below(fromBus ? EARLY : all + 1);
    int parts = error && random.nextBoolean() ? some : all;
    return new BusFrame(frame, code, error, parts, random.nextBoolean(), pace(error));
  }

  private BusFrame.Pace pace(boolean error) {
    boolean bus = fromBus;
    fromBus = !crowded && (bus ? !one(RUN) : one(RUN * BUS_PACE));
    int spread = bus || random.nextBoolean() ? 0 : below(MOST_SPREAD);
    int other = one(4) ? below(MOST_STALL) : 0;
    stall = bus ? stall : other;
    int busIdle = (error ? AFTER_ERROR : AFTER_FRAME) * clocksPerBit - AHEAD;
    int rest = fromBus ? 0 : settle + below(4);
    int idle = bus ? busIdle + rest : crowded ? below(4) : settle + below(4);
    return new BusFrame.Pace(spread, stall, random.nextInt(), idle, bus ? clocksPerBit : 0);
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }
}
