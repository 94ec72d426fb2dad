package io.hdlgen.canids.verify;

import java.math.BigInteger;

/**
 * Something that a detector's hardware has said.
 *
 * @param place number of a register; 0 of others
 * @param value unsigned
 */
public record DetectorEvent(Kind kind, int place, long cycle, BigInteger value) {
  /** What it is; the order is that of the numbers in frames.cpp, from 1. */
  public enum Kind {
    FEATURES,
    BEAT,
    ALARM,
    REGISTER,
    ALERT
  }

  /** Takes events in their order. */
  @FunctionalInterface
  public interface Listener {
    void accept(DetectorEvent event);
  }
}
