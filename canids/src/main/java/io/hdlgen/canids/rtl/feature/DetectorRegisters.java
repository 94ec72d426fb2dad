package io.hdlgen.canids.rtl.feature;

/** What {@code register_data_o} shows, by {@code register_i}, a cycle later. */
public enum DetectorRegisters {
  /** Frames received right. */
  FRAMES,
  /** Frames that were not. */
  ERRORS,
  /** Frames received right that were judged an attack. */
  ALERTS,
  /** Frames that had no verdict because the one before was not through, or right after a reset. */
  MISSED,
  /** Frames whose end had no place in the stream, because nobody read it. */
  DROPPED,
  /** Bits 4 to 0 alerts in the queue; 8 error of the core; 31 to 16 alerts that had no place. */
  STATUS,
  /** Of the oldest alert: bits 15 to 0 number, 26 to 16 base identifier, 27 extended. */
  ALERT_FRAME,
  /** Of the oldest alert: bits 7 to 0 the class. */
  ALERT_CLASS,
  /** Of the oldest alert: microseconds at the start of the frame. */
  ALERT_TIME
}
