package io.hdlgen.canids.rtl.feature;

/**
 * What a detector says, a beat of {@code m_axis_tdata} each: of every frame its end and, before it,
 * its verdict, if there is one.
 *
 * @param seq number of the frame
 * @param baseId its base identifier
 * @param extended whether its identifier has 29 bits
 * @param kind what is said
 * @param judged whether the frame has a verdict; 0 where its window was not full, it broke off
 *     before its data were there, or it was missed
 * @param attack whether the verdict is one of the classes that are attacks; 0 without one
 * @param verdict the class; 0 without one
 */
public record EventBeat(
    int seq, int baseId, boolean extended, Kind kind, boolean judged, boolean attack, int verdict) {
  /** Bits of a beat. */
  public static final int BITS = 40;

  /** Where {@code kind} lies. */
  public static final int KIND_LOW = 28;

  /** Bits of {@code kind}. */
  public static final int KIND_BITS = 2;

  /** Where {@code attack} lies. */
  public static final int ATTACK_BIT = 31;

  /** Where {@code verdict} lies. */
  public static final int VERDICT_LOW = 32;

  /** Bits of {@code verdict}. */
  public static final int VERDICT_BITS = 8;

  /** What a beat says. */
  public enum Kind {
    /** The verdict of a frame that has not ended yet. */
    VERDICT,
    /** The frame was received right. */
    FRAME_OK,
    /** It was not. */
    FRAME_ERROR
  }

  /** The beat in the low bits of a number. */
  public long bits() {
    return seq
        | (long) baseId << 16
        | (extended ? 1L : 0) << 27
        | (long) kind.ordinal() << KIND_LOW
        | (judged ? 1L : 0) << 30
        | (attack ? 1L : 0) << ATTACK_BIT
        | (long) verdict << VERDICT_LOW;
  }

  /**
   * The beat that lies in the low bits of a number.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public static EventBeat of(long bits) {
    int kind = (int) (bits >> KIND_LOW) & 3;
    if (kind >= Kind.values().length) {
      throw new IllegalArgumentException("kind " + kind);
    }
    return new EventBeat(
        (int) bits & 0xffff,
        (int) (bits >> 16) & 0x7ff,
        (bits >> 27 & 1) != 0,
        Kind.values()[kind],
        (bits >> 30 & 1) != 0,
        (bits >> ATTACK_BIT & 1) != 0,
        (int) (bits >> VERDICT_LOW) & 0xff);
  }
}
