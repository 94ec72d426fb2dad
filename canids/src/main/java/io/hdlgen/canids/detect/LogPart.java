package io.hdlgen.canids.detect;

import io.hdlgen.flow.folder.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of the frames of a log: a stretch of time, or frames drawn at random. All frames are shown
 * to a detector, so that it knows what came before; those in the part count.
 *
 * @param fromSeconds since the first frame of the log, inclusive
 * @param untilSeconds exclusive; infinite for the end of the log
 * @param drawn below 0 for all frames of that time; else those whose draw, from 0 to 1, is at least
 *     this
 * @param drawnUntil and less than this
 */
public record LogPart(double fromSeconds, double untilSeconds, double drawn, double drawnUntil) {
  /** The whole log. */
  public static final LogPart ALL = time(0, Double.POSITIVE_INFINITY);

  private static final String FROM = "fromSeconds";
  private static final String UNTIL = "untilSeconds";
  private static final String DRAWN = "drawnFrom";
  private static final String DRAWN_UNTIL = "drawnUntil";
  private static final double MICROS = 1e6;

  /** A stretch of time. */
  public static LogPart time(double fromSeconds, double untilSeconds) {
    return new LogPart(fromSeconds, untilSeconds, -1, 2);
  }

  /**
   * Frames drawn at random: neighbours of them lie in other parts, so that results are too good.
   */
  public static LogPart random(double from, double until) {
    return new LogPart(0, Double.POSITIVE_INFINITY, from, until);
  }

  /** The other frames, of those drawn at random from 0 on or up to 1. */
  public LogPart complement() {
    return drawn > 0 ? random(0, drawn) : random(drawnUntil, 1);
  }

  /** Whether a log may have frames that are in both parts. */
  public boolean overlaps(LogPart other) {
    return fromSeconds < other.untilSeconds
        && other.fromSeconds < untilSeconds
        && (!isRandom()
            || !other.isRandom()
            || drawn < other.drawnUntil && other.drawn < drawnUntil);
  }

  /** Whether frames are drawn at random. */
  public boolean isRandom() {
    return drawn >= 0;
  }

  /**
   * Whether a frame is in the part.
   *
   * @param index of the frame in the log, from 0
   * @param micros since the first frame; less than 0, where times have stepped back, is the same as
   *     0
   */
  public boolean contains(long index, long micros) {
    double seconds = Math.max(0, micros) / MICROS;
    if (seconds < fromSeconds || seconds >= untilSeconds) {
      return false;
    }
    if (!isRandom()) {
      return true;
    }
    double draw = draw(index);
    return draw >= drawn && draw < drawnUntil;
  }

  /** SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) of the index: the same in every command. */
  private static double draw(long index) {
    long z = (index + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
  }

  Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(FROM, fromSeconds);
    if (untilSeconds != Double.POSITIVE_INFINITY) {
      object.put(UNTIL, untilSeconds);
    }
    if (isRandom()) {
      object.put(DRAWN, drawn);
      object.put(DRAWN_UNTIL, drawnUntil);
    }
    return object;
  }

  static LogPart read(JsonObject object) {
    object.allow(FROM, UNTIL, DRAWN, DRAWN_UNTIL);
    boolean random = object.has(DRAWN);
    return new LogPart(
        object.real(FROM, 0, Double.MAX_VALUE),
        object.has(UNTIL) ? object.real(UNTIL, 0, Double.MAX_VALUE) : Double.POSITIVE_INFINITY,
        random ? object.real(DRAWN, 0, 1) : -1,
        random ? object.real(DRAWN_UNTIL, 0, 2) : 2);
  }
}
