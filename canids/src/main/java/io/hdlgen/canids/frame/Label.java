package io.hdlgen.canids.frame;

import java.util.Locale;

/**
 * What a frame is known to be. Logs that tell injected frames from others but not how they were
 * injected have {@link #INJECTED}.
 */
public enum Label {
  /** The log has no labels. */
  UNKNOWN,
  /** Sent by the vehicle's own units. */
  BENIGN,
  /** Injected, it is not said how. */
  INJECTED,
  /** Denial of service: identifiers of highest priority in quick succession. */
  DOS,
  /** Random identifiers and data. */
  FUZZY,
  /** A false value of the gear. */
  GEAR,
  /** A false value of the engine's speed. */
  RPM,
  /** Frames that were seen before, sent again. */
  REPLAY,
  /** A frame of a unit sent in the place of one that is kept silent. */
  MASQUERADE;

  /** Its name in files and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody injected the frame. */
  public boolean injected() {
    return ordinal() >= INJECTED.ordinal();
  }
}
