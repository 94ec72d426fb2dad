package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;

/** What {@code candump} prints with {@code -t a} or {@code -t d}. */
final class CandumpLines implements LineFormat {
  private static final int DELTA_DIGITS = 3;

  private final boolean isDelta;
  private long lastUs;

  /**
   * @param isDelta whether times are those since the line before; the first is that since 0, so
   *     that no time is lost
   */
  CandumpLines(boolean isDelta) {
    this.isDelta = isDelta;
  }

  @Override
  public void write(CanFrame frame, LineBuffer line) throws UnwritableFrameException {
    long timeUs = frame.timeUs();
    if (isDelta && timeUs < lastUs) {
      throw new UnwritableFrameException(
          "a time before that of the frame before", "times that do not go backwards");
    }
    line.put(" (");
    line.time(
        isDelta ? timeUs - lastUs : timeUs, isDelta ? DELTA_DIGITS : CandumpLogLines.SECOND_DIGITS);
    line.put(")  can0  ");
    line.hex(frame.id(), frame.extended() ? 8 : 3);
    line.put("   [");
    line.digit(frame.length());
    line.put("] ");
    if (frame.remote()) {
      line.put(" remote request");
    }
    line.data(frame, ' ');
    lastUs = timeUs;
  }
}
