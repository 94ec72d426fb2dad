package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import java.util.List;

/** Lines of Vector ASC. The measurement begins where times are 0: with the Unix epoch. */
final class AscLines implements LineFormat {
  private static final String BEGIN = "Thu Jan 1 12:00:00.000 am 1970";

  @Override
  public List<String> header() {
    return List.of(
        "date " + BEGIN,
        "base hex  timestamps absolute",
        "no internal events logged",
        "Begin Triggerblock " + BEGIN,
        "   0.000000 Start of measurement");
  }

  @Override
  public List<String> footer() {
    return List.of("End TriggerBlock");
  }

  @Override
  public String comment() {
    return "// ";
  }

  @Override
  public void write(CanFrame frame, LineBuffer line) {
    line.put("   ");
    line.time(frame.timeUs(), 1);
    line.put(" 1  ");
    line.hex(frame.id(), frame.extended() ? 8 : 3);
    line.put(frame.extended() ? "x       Rx   " : "             Rx   ");
    line.put(frame.remote() ? "r " : "d ");
    line.digit(frame.length());
    line.data(frame, ' ');
  }
}
