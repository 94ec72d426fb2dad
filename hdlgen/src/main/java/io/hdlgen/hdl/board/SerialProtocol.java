package io.hdlgen.hdl.board;

/**
 * The numbers of the protocol on the serial line: frames as those of the point-to-point protocol
 * (W. Simpson, "PPP in HDLC-like Framing", RFC 1662, 1994) with its frame check of 32 bits.
 */
public final class SerialProtocol {
  /** Changes when a host of an older version could misread a board. */
  public static final int VERSION = 1;

  /** Begins and ends a frame; occurs nowhere within. */
  public static final int FLAG = 0x7e;

  /** Comes before a byte of which bit {@link #TOGGLE} is turned. */
  public static final int ESCAPE = 0x7d;

  /** What an escaped byte is turned by. */
  public static final int TOGGLE = 0x20;

  /** First byte of a request for a class; its answer has {@link #ANSWER} added. */
  public static final int INFER = 0x01;

  /** First byte of a request for what is on the board. */
  public static final int IDENTIFY = 0x02;

  /** Added to the first byte of a request. */
  public static final int ANSWER = 0x80;

  /** Bytes of a frame before its data: kind, number. */
  public static final int REQUEST_HEAD = 2;

  /** Bytes of an answer before its data: kind, number, status. */
  public static final int ANSWER_HEAD = 3;

  /** Bytes of the check behind the data. */
  public static final int CHECK = 4;

  /** Bytes of the data that an identification gives. */
  public static final int IDENTIFICATION = 17;

  /** Bytes of the identity. */
  public static final int IDENTITY = 8;

  /** Bit of the status: the core has seen a beat too many or too few. */
  public static final int STATUS_CORE_ERROR = 1;

  /** CRC-32 of IEEE 802.3, lowest bit first. */
  static final long POLYNOMIAL = 0xedb8_8320L;

  /** The register after a frame and its check. */
  static final long RESIDUE = 0xdebb_20e3L;

  private SerialProtocol() {}
}
