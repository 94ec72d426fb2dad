package io.hdlgen.canids.rtl.receiver;

/** The ports of the receiver; docs/can-wire.md has them in a drawing. */
public final class ReceiverPorts {
  /** The line: 1 is recessive. May have any clock. */
  public static final String LINE = "can_rx_i";

  /** A frame begins: its start bit has been sampled. */
  public static final String SOF = "sof_o";

  /** The base identifier is in. */
  public static final String ID_VALID = "id_valid_o";

  /** The 11 bits of the identifier that come first; stays until the next frame's begin to come. */
  public static final String BASE_ID = "base_id_o";

  /** The bits up to the length are in. */
  public static final String CONTROL_VALID = "control_valid_o";

  /** Whether the identifier has 29 bits; stays to the end of the frame. */
  public static final String EXTENDED = "extended_o";

  /** Whether the frame asks for data; stays to the end of the frame. */
  public static final String REMOTE = "remote_o";

  /**
   * Data bytes, 0 to 8; of a remote frame those that it asks for. Stays to the end of the frame.
   */
  public static final String LENGTH = "length_o";

  /** A data byte is in. */
  public static final String BYTE_VALID = "byte_valid_o";

  /** The data byte; only where it is valid. */
  public static final String BYTE = "byte_o";

  /** Which data byte; only where it is valid. */
  public static final String BYTE_INDEX = "byte_index_o";

  /** The last bit before the check is in. */
  public static final String DATA_END = "data_end_o";

  /** The frame is valid: all but the last bit of its end have come. */
  public static final String FRAME_OK = "frame_ok_o";

  /** The frame is none. */
  public static final String FRAME_ERROR = "frame_error_o";

  /** Why the frame is none; only where it is said so. The numbers are below. */
  public static final String ERROR_KIND = "error_kind_o";

  /** Number of the frame, the first after a reset 0; stays until the next one begins. */
  public static final String SEQUENCE = "seq_o";

  /** Microseconds since reset when the frame began; stays until the next one begins. */
  public static final String TIME = "time_us_o";

  /** Six recessive bits where a dominant stuff bit had to be: the sender has fallen silent. */
  public static final int STUFF = 1;

  /** Six dominant bits where a recessive stuff bit had to be: a node's error flag. */
  public static final int FLAG = 2;

  /** The check does not fit what came. */
  public static final int CRC = 3;

  /** A dominant bit in the delimiters or the end. */
  public static final int FORM = 4;

  /** A frame of CAN FD, whose content is passed over. */
  public static final int FD_FRAME = 5;

  private ReceiverPorts() {}
}
