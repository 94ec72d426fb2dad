package io.hdlgen.canids.verify.wire;

/**
 * When verdicts of frames of one length stood, of the frames that were valid.
 *
 * @param code the length code on the wire, 0 to 15; {@link #REMOTE} for all remote frames
 * @param frames with a verdict
 * @param leastBeforeEnd clocks from the first that shows the verdict to the end-of-frame field's
 *     first on the wire, the least; 0 or less: not before it
 * @param mostAfterData clocks from the end of the last data bit on the wire (or, without data, of
 *     the length code) to the first that shows the verdict, the most
 */
public record LengthTiming(int code, long frames, long leastBeforeEnd, long mostAfterData) {
  /** Frames without data whatever their code. */
  public static final int REMOTE = 16;

  LengthTiming with(long beforeEnd, long afterData) {
    return new LengthTiming(
        code, frames + 1, Math.min(leastBeforeEnd, beforeEnd), Math.max(mostAfterData, afterData));
  }

  static LengthTiming none(int code) {
    return new LengthTiming(code, 0, Long.MAX_VALUE, Long.MIN_VALUE);
  }
}
