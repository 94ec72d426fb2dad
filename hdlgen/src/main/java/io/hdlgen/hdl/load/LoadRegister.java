package io.hdlgen.hdl.load;

/** The registers by which a network is loaded, on AXI4-Lite; each has 32 bits. */
public enum LoadRegister {
  /** {@link #ID_VALUE}. */
  ID(0x00),
  /** {@link #VERSION_VALUE}. */
  VERSION(0x04),
  /** Commands, one at a time: bit 0 begins, bit 1 commits, bit 2 switches. */
  CONTROL(0x08),
  /** Bits of {@link Status}. */
  STATUS(0x0c),
  /** Checksum of the declaration: an image for another one does not fit. */
  SHAPE(0x10),
  /** Words that a network takes. */
  WORDS(0x14),
  /** Words written since the last begin. */
  POSITION(0x18),
  /** Written: the checksum that the words must have. Read: the one of the words so far. */
  CRC(0x1c),
  /** The next word of the network; write only. */
  DATA(0x20);

  /** "HDLL". */
  public static final int ID_VALUE = 0x4844_4c4c;

  public static final int VERSION_VALUE = 1;

  /** Bits of an address. */
  public static final int ADDRESS_BITS = 6;

  public static final int BEGIN_BIT = 0;
  public static final int COMMIT_BIT = 1;
  public static final int SWITCH_BIT = 2;

  private final int offset;

  LoadRegister(int offset) {
    this.offset = offset;
  }

  /** The address in bytes. */
  public int offset() {
    return offset;
  }

  /** Bits of {@link #STATUS}, from bit 0 on. */
  public enum Status {
    /** The bank that inferences take. */
    ACTIVE,
    /** The other bank holds a whole network. */
    LOADED,
    /** Layers still use the other bank. */
    BUSY,
    /** Words are being written. */
    LOADING,
    /** The last commit found another checksum. */
    CRC_ERROR,
    /** A number was out of its declared range. */
    RANGE_ERROR,
    /** The last commit came before the last word. */
    LENGTH_ERROR,
    /** A command or a word was refused since the last begin. */
    REFUSED
  }
}
