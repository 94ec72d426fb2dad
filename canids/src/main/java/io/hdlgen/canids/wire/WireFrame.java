package io.hdlgen.canids.wire;

import io.hdlgen.canids.frame.CanFrame;

/**
 * A classical frame with all that can differ on the wire.
 *
 * @param id the identifier, 11 or 29 bits
 * @param extended whether the identifier has 29 bits
 * @param remote whether it is a remote frame, which has no data
 * @param code data length code, 0 to 15; 8 to 15 are 8 bytes
 * @param data the data, byte 0 in the lowest eight bits
 * @param substitute the bit in the place of RTR in extended frames: recessive as it should be
 * @param reserved the reserved bit r0 of extended frames: dominant as it should be. That of
 *     standard frames, and r1, tell frames of CAN FD and are always dominant here
 */
public record WireFrame(
    int id,
    boolean extended,
    boolean remote,
    int code,
    long data,
    boolean substitute,
    boolean reserved) {
  private static final int BASE_BITS = 11;
  private static final int LOW_BITS = 18;
  private static final int MAX_BYTES = 8;

  /** Bits behind the check: its delimiter, acknowledgement, delimiter, 7 of the end. */
  public static final int TAIL_BITS = 10;

  public WireFrame {
    if (id < 0 || id >>> (extended ? BASE_BITS + LOW_BITS : BASE_BITS) != 0) {
      throw new IllegalArgumentException("identifier " + Integer.toHexString(id));
    }
    if (code < 0 || code > 15) {
      throw new IllegalArgumentException("a length code of " + code);
    }
  }

  /** A frame as a sender that keeps to the rules puts it on the wire. */
  public static WireFrame of(CanFrame frame) {
    return new WireFrame(
        frame.id(), frame.extended(), frame.remote(), frame.length(), frame.data(), true, false);
  }

  /** Data bytes on the wire. */
  public int bytes() {
    return remote ? 0 : Math.min(code, MAX_BYTES);
  }

  /** The 11 bits of the identifier that come first. */
  public int baseId() {
    return extended ? id >> LOW_BITS : id;
  }

  /** From the start bit to the end of the check, without stuff bits. */
  public Bits plain() {
    Bits bits = new Bits().add(false).add(baseId(), BASE_BITS);
    if (extended) {
      bits.add(substitute).add(true).add(id, LOW_BITS).add(remote).add(false).add(reserved);
    } else {
      bits.add(remote).add(false).add(false);
    }
    bits.add(code, 4);
    for (int i = 0; i < bytes(); i++) {
      bits.add(data >> 8 * i, 8);
    }
    return bits.add(Crc15.of(bits, bits.size()), Crc15.BITS);
  }

  /** From the start bit to the delimiter of the check, with stuff bits, without the delimiter. */
  public Bits stuffed() {
    return Stuffing.stuff(plain());
  }

  /**
   * Exact length on the wire in bits, from the start bit to the end of the end of frame; three bits
   * of intermission follow before the next frame.
   */
  public int length() {
    return stuffed().size() + TAIL_BITS;
  }
}
