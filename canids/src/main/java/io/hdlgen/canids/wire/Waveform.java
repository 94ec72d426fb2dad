package io.hdlgen.canids.wire;

import java.util.SplittableRandom;

/** A line as a receiver samples it, once a clock. Bits of the line are looked up by clock. */
public final class Waveform {
  private final Line line;
  private final int clocksPerBit;
  private final Disturbance disturbance;
  private final SplittableRandom random;

  /** First clock of each bit, rounded up. */
  private final long[] starts;

  private long clock;
  private int bit;
  private double nominalStart;
  private double end;
  private long glitch = -1;

  /**
   * What edges and levels suffer.
   *
   * @param phase where the first bit begins, in clocks, 0 to 1
   * @param jitter by how much each edge comes early or late, at most, in clocks
   * @param glitches share of the bits with a pulse of the other level, shorter than a clock
   */
  public record Disturbance(double phase, double jitter, double glitches) {
    /** None. */
    public static final Disturbance NONE = new Disturbance(0, 0, 0);
  }

  public Waveform(Line line, int clocksPerBit, Disturbance disturbance, long seed) {
    this.line = line;
    this.clocksPerBit = clocksPerBit;
    this.disturbance = disturbance;
    this.random = new SplittableRandom(seed);
    this.starts = new long[line.size() + 1];
    this.nominalStart = disturbance.phase();
    this.bit = -1;
    this.end = disturbance.phase();
  }

  /** Whether there is another clock. */
  public boolean hasNext() {
    while (clock >= end && bit < line.size()) {
      advance();
    }
    return bit < line.size();
  }

  /** Whether the line is recessive in the next clock. */
  public boolean next() {
    if (!hasNext()) {
      throw new IllegalStateException("the line has ended");
    }
    // Before the first bit the line is as in it.
    boolean level = line.isRecessive(Math.max(bit, 0));
    return clock++ == glitch ? !level : level;
  }

  /** First clock of a bit of the line that has begun; of one behind the last: its end. */
  public long start(int index) {
    return starts[index];
  }

  private void advance() {
    bit++;
    starts[bit] = (long) Math.ceil(end);
    if (bit == line.size()) {
      return;
    }
    double length = line.length(bit) * clocksPerBit;
    double start = nominalStart;
    nominalStart += length;
    end = nominalStart;
    boolean edge = bit + 1 < line.size() && line.isRecessive(bit) != line.isRecessive(bit + 1);
    if (edge && disturbance.jitter() > 0) {
      end += disturbance.jitter() * (2 * random.nextDouble() - 1);
    }
    if (disturbance.glitches() > 0 && random.nextDouble() < disturbance.glitches()) {
      double from = start + length * random.nextDouble();
      double width = random.nextDouble();
      long hit = (long) Math.ceil(from);
      glitch = hit < from + width ? hit : -1;
    }
  }
}
