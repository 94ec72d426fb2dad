package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;

/** Lines of HCRL's attack-free data. */
final class NormalRunLines implements LineFormat {
  @Override
  public boolean isUpperCase() {
    return false;
  }

  @Override
  public void write(CanFrame frame, LineBuffer line) {
    line.put("Timestamp: ");
    line.time(frame.timeUs(), 1);
    line.put("        ID: ");
    line.hex(frame.id(), frame.extended() ? 8 : 4);
    line.put(frame.remote() ? "    100    DLC: " : "    000    DLC: ");
    line.digit(frame.length());
    line.put("   ");
    line.data(frame, ' ');
  }
}
