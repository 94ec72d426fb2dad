package io.hdlgen.canids.traffic;

/**
 * An attacker's unit that injects frames: one mailbox, as the vehicle's units have for a message.
 */
abstract class Injector {
  static final long NEVER = Long.MAX_VALUE;

  private static final long MICROSECOND_NS = 1000;
  private static final double JITTER_NS = 5_000;
  private static final int BYTES = 8;
  private static final int IDENTIFIERS = 0x800;

  private boolean waits;
  private int id;
  private int length;
  private long data;

  /** When the next frame wants to go out, once none waits; perhaps in the past. */
  abstract long nextNs();

  /** Lets the next frame wait for the bus. */
  abstract void release();

  final void offer(int newId, int newLength, long newData) {
    id = newId;
    length = newLength;
    data = newData;
    waits = true;
  }

  final boolean waits() {
    return waits;
  }

  final void sent() {
    waits = false;
  }

  final int id() {
    return id;
  }

  final int length() {
    return length;
  }

  final long data() {
    return data;
  }

  /** The one for this attack, from then on; one that never injects where the attack has none. */
  static Injector of(Attack attack, long startNs, Noise noise, History history) {
    return switch (attack) {
      case DOS -> new Periodic(startNs, 300, 0, 0, noise);
      case FUZZY -> new Fuzzy(startNs, noise);
      case GEAR -> new Periodic(startNs, 1000, 0x43f, 0x0000_006b_ff60_4501L, noise);
      case RPM -> new Periodic(startNs, 1000, 0x316, 0xff00_2429_ff24_2945L, noise);
      case REPLAY -> new Replay(startNs, noise, history);
      case SUSPENSION, MASQUERADE -> new Silent();
    };
  }

  /** The same frame again and again. */
  private static class Periodic extends Injector {
    private final Noise noise;
    private final long periodNs;
    private final int sameId;
    private final long sameData;
    private long nominalNs;
    private long nextNs;

    Periodic(long startNs, int periodUs, int id, long data, Noise noise) {
      this.noise = noise;
      periodNs = periodUs * MICROSECOND_NS;
      sameId = id;
      sameData = data;
      nominalNs = startNs;
      nextNs = startNs;
    }

    @Override
    final long nextNs() {
      return nextNs;
    }

    @Override
    final void release() {
      inject();
      nominalNs += periodNs;
      nextNs = nominalNs + (long) (JITTER_NS * noise.normal());
    }

    void inject() {
      offer(sameId, BYTES, sameData);
    }

    final Noise noise() {
      return noise;
    }
  }

  /** Anything. */
  private static final class Fuzzy extends Periodic {
    Fuzzy(long startNs, Noise noise) {
      super(startNs, 500, 0, 0, noise);
    }

    @Override
    void inject() {
      offer(noise().below(IDENTIFIERS), BYTES, noise().bits());
    }
  }

  /** What was recorded, at the same distances. */
  private static final class Replay extends Injector {
    private static final long RECORDED_NS = 1_000_000_000;

    private final int[] ids;
    private final int[] lengths;
    private final long[] bytes;
    private final long[] delaysNs;
    private long startNs;
    private int next;

    Replay(long startNs, Noise noise, History history) {
      long from = history.firstSince(startNs - RECORDED_NS);
      long salt = noise.bits();
      int[] numbers = new int[(int) (history.count() - from)];
      int count = 0;
      for (int i = 0; i < numbers.length; i++) {
        if ((salt >>> history.id(from + i) % Long.SIZE & 1) == 1) {
          numbers[count++] = i;
        }
      }
      ids = new int[count];
      lengths = new int[count];
      bytes = new long[count];
      delaysNs = new long[count];
      for (int i = 0; i < count; i++) {
        long number = from + numbers[i];
        ids[i] = history.id(number);
        lengths[i] = history.length(number);
        bytes[i] = history.data(number);
        delaysNs[i] = history.timeNs(number) - (startNs - RECORDED_NS);
      }
      this.startNs = startNs;
    }

    @Override
    long nextNs() {
      return ids.length == 0 ? NEVER : startNs + delaysNs[next];
    }

    @Override
    void release() {
      offer(ids[next], lengths[next], bytes[next]);
      next++;
      if (next == ids.length) {
        next = 0;
        startNs += RECORDED_NS;
      }
    }
  }

  /** Nothing. */
  private static final class Silent extends Injector {
    @Override
    long nextNs() {
      return NEVER;
    }

    @Override
    void release() {
      throw new IllegalStateException("nothing to inject");
    }
  }
}
