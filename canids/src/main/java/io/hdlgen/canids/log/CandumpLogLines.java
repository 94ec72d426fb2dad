package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;

/** Lines of {@code candump -L}. */
final class CandumpLogLines implements LineFormat {
  static final int SECOND_DIGITS = 10;

  @Override
  public void write(CanFrame frame, LineBuffer line) {
    line.put('(');
    line.time(frame.timeUs(), SECOND_DIGITS);
    line.put(") can0 ");
    line.hex(frame.id(), frame.extended() ? 8 : 3);
    line.put('#');
    if (frame.remote()) {
      line.put('R');
      if (frame.length() > 0) {
        line.digit(frame.length());
      }
    }
    line.data(frame, (char) 0);
  }
}
