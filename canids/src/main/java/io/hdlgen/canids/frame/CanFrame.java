package io.hdlgen.canids.frame;

/**
 * A classical CAN frame (ISO 11898-1) as it was seen on one bus.
 *
 * @param timeUs when, in microseconds; the origin is the log's own
 * @param id the identifier, 0 to 0x7ff, extended 0 to 0x1fff_ffff
 * @param extended whether the identifier has 29 bits
 * @param remote whether it is a remote frame, which asks for data and has none
 * @param length data length code: data bytes, 0 to 8; of a remote frame those that it asks for
 * @param data the data, byte 0 in the lowest eight bits; bits beyond the data are 0
 * @param label what the frame is known to be
 */
public record CanFrame(
    long timeUs, int id, boolean extended, boolean remote, int length, long data, Label label) {
  /** Most data bytes. */
  public static final int MAX_LENGTH = 8;

  private static final int MAX_ID = 0x7ff;
  private static final int MAX_EXTENDED_ID = 0x1fff_ffff;

  public CanFrame {
    if (id < 0 || id > (extended ? MAX_EXTENDED_ID : MAX_ID)) {
      throw new IllegalArgumentException("identifier " + Integer.toHexString(id));
    }
    if (length < 0 || length > MAX_LENGTH) {
      throw new IllegalArgumentException(length + " data bytes");
    }
    if ((remote || length == 0 ? data : length < MAX_LENGTH ? data >>> 8 * length : 0) != 0) {
      throw new IllegalArgumentException("data beyond its length");
    }
  }

  /** A data frame with an identifier of 11 bits. */
  public static CanFrame of(long timeUs, int id, int length, long data, Label label) {
    return new CanFrame(timeUs, id, false, false, length, data, label);
  }

  /** A data byte, 0 to 255; 0 beyond the data. */
  public int dataByte(int index) {
    return (int) (data >>> 8 * index) & 0xff;
  }

  /** The same frame, known to be something else. */
  public CanFrame labelled(Label other) {
    return new CanFrame(timeUs, id, extended, remote, length, data, other);
  }
}
