package io.hdlgen.canids.rtl.feature;

import io.hdlgen.hdl.board.Gates;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports on which frames arrive from a receiver, bit by bit of the bus, in the receiver's clock.
 *
 * <p>Of each frame: a pulse of {@code sof_i}; one of {@code id_valid_i} with {@code base_id_i}; one
 * of {@code control_valid_i} with {@code extended_i}, {@code remote_i} and {@code length_i}; one of
 * {@code byte_valid_i} for each data byte, with {@code byte_index_i}; {@code data_end_i} with the
 * last of them or later, at least {@value #ID_TO_DATA_END} cycles after {@code id_valid_i}; and
 * later exactly one of {@code frame_ok_i} and {@code frame_error_i}. An error may cut this short
 * anywhere after {@code sof_i}. {@code seq_i} and {@code time_us_i} belong to the frame from its
 * {@code sof_i} to the next one's.
 */
public final class FramePorts {
  /** Least number of cycles between a base identifier and the end of the data. */
  public static final int ID_TO_DATA_END = 3;

  public static final String SOF = "sof_i";
  public static final String ID_VALID = "id_valid_i";
  public static final String BASE_ID = "base_id_i";
  public static final String CONTROL_VALID = "control_valid_i";
  public static final String EXTENDED = "extended_i";
  public static final String REMOTE = "remote_i";
  public static final String LENGTH = "length_i";
  public static final String BYTE_VALID = "byte_valid_i";
  public static final String BYTE = "byte_i";
  public static final String BYTE_INDEX = "byte_index_i";
  public static final String DATA_END = "data_end_i";
  public static final String FRAME_OK = "frame_ok_i";
  public static final String FRAME_ERROR = "frame_error_i";

  /** Number of the frame. */
  public static final String SEQ = "seq_i";

  /** Microseconds at the start of the frame, from any origin; they turn over. */
  public static final String TIME_US = "time_us_i";

  /** Bits of a base identifier. */
  public static final int ID_BITS = 11;

  /** Bits of a frame's number. */
  public static final int SEQ_BITS = 16;

  /** Bits of the time. */
  public static final int TIME_BITS = 32;

  private FramePorts() {}

  /** All of them as inputs of a module, node by name. */
  static Map<String, Integer> inputs(Gates gates) {
    Map<String, Integer> widths = new LinkedHashMap<>();
    widths.put(SOF, 1);
    widths.put(ID_VALID, 1);
    widths.put(BASE_ID, ID_BITS);
    widths.put(CONTROL_VALID, 1);
    widths.put(EXTENDED, 1);
    widths.put(REMOTE, 1);
    widths.put(LENGTH, 4);
    widths.put(BYTE_VALID, 1);
    widths.put(BYTE, 8);
    widths.put(BYTE_INDEX, 3);
    widths.put(DATA_END, 1);
    widths.put(FRAME_OK, 1);
    widths.put(FRAME_ERROR, 1);
    widths.put(SEQ, SEQ_BITS);
    widths.put(TIME_US, TIME_BITS);
    Map<String, Integer> nodes = new LinkedHashMap<>();
    widths.forEach((name, width) -> nodes.put(name, gates.input(name, width)));
    return nodes;
  }
}
