package io.hdlgen.canids.rtl.bus;

import io.hdlgen.canids.rtl.receiver.ReceiverPorts;

/** The ports of a {@link BusDetector} beside the line and those of a detector. */
public final class BusPorts {
  /** The line: 1 is recessive. May have any clock. */
  public static final String LINE = ReceiverPorts.LINE;

  /** A pulse: a frame begins. */
  public static final String SOF = ReceiverPorts.SOF;

  /** Microseconds from the reset to the last beginning of a frame; they turn over. */
  public static final String TIME = ReceiverPorts.TIME;

  private BusPorts() {}
}
