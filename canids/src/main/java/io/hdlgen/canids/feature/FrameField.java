package io.hdlgen.canids.feature;

import java.util.Locale;
import java.util.Optional;

/**
 * A part of a frame, or of its place among the frames before it, as an unsigned code.
 *
 * <p>The <em>base identifier</em> is the 11 bits that come first on the wire: the identifier of a
 * standard frame, the upper 11 of an extended one's 29 bits.
 */
public enum FrameField {
  /** Bits 10 to 8 of the base identifier. */
  ID_HIGH(3),
  /** Bits 7 to 0 of the base identifier. */
  ID_LOW(8),
  /** Data length code, 0 to 8, of remote frames too; codes 9 to 15 on the wire are 8 bytes. */
  LENGTH(4),
  /** Data byte 0; like all of them 0 beyond the data and in remote frames. */
  BYTE_0(8),
  BYTE_1(8),
  BYTE_2(8),
  BYTE_3(8),
  BYTE_4(8),
  BYTE_5(8),
  BYTE_6(8),
  BYTE_7(8),
  /** 1 of a remote frame. */
  REMOTE(1),
  /** 1 of a frame with an identifier of 29 bits. */
  EXTENDED(1),
  /**
   * Ticks of {@value FeatureExtractor#TICK_US} us, modulo 2<sup>{@value
   * FeatureExtractor#TICK_BITS}</sup>, since the last frame of the same base identifier, as the
   * number of bits that they need, at most 15; 15 for an identifier not seen yet. The tick of a
   * frame is its time in microseconds divided by the length of a tick, rounded down.
   */
  GAP(4),
  /**
   * How many of the {@value FeatureExtractor#RECENT} frames before this one (fewer at the start)
   * have its base identifier, at most 15.
   */
  SAME_ID(4);

  private final int bits;

  FrameField(int bits) {
    this.bits = bits;
  }

  /** Bits of the code, 1 to 8. */
  public int bits() {
    return bits;
  }

  /** The name in files: {@code id_high}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a name in a file. */
  public static Optional<FrameField> ofKey(String key) {
    for (FrameField field : values()) {
      if (field.key().equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Number of the data byte that this is, or -1. */
  public int dataByte() {
    return this.compareTo(BYTE_0) >= 0 && this.compareTo(BYTE_7) <= 0
        ? ordinal() - BYTE_0.ordinal()
        : -1;
  }
}
