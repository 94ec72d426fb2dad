package io.hdlgen.canids.wire;

/**
 * What a listener learns with one bit.
 *
 * @param kind what
 * @param value as the kind says
 * @param at which bit, or which clock, of whoever says so
 */
public record BusEvent(Kind kind, int value, long at) {
  /** What there is to learn, in the order in which one bit can tell it. */
  public enum Kind {
    /** A frame begins; the value is its number modulo 2^16. */
    START,
    /** The value is the base identifier. */
    IDENTIFIER,
    /** The value is {@link #control}. */
    CONTROL,
    /** The value is {@link #octet}. */
    BYTE,
    /** All before the check is in; the value is 0. */
    DATA_END,
    /** The frame is valid; the value is its number modulo 2^16. */
    VALID,
    /** The frame is none; the value is the ordinal of the {@link Fault}. */
    INVALID
  }

  /** Why a frame is none. */
  public enum Fault {
    /** Six recessive bits. */
    STUFF,
    /** Six dominant bits. */
    FLAG,
    /** A wrong check. */
    CRC,
    /** A dominant bit of fixed form. */
    FORM,
    /** It is one of CAN FD. */
    FD_FRAME
  }

  /** What follows the identifier, as a value. */
  public static int control(boolean extended, boolean remote, int length) {
    return (extended ? 32 : 0) + (remote ? 16 : 0) + length;
  }

  /** A data byte and its place, as a value. */
  public static int octet(int index, int value) {
    return index << 8 | value;
  }
}
