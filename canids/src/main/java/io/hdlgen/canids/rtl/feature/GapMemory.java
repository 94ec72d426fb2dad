package io.hdlgen.canids.rtl.feature;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;

/**
 * When each base identifier came last, in a memory of a word for each: the tick and, above it,
 * whether there was one. After a reset the memory is cleared, a word a cycle.
 */
final class GapMemory {
  /** Cycles after a reset until the memory is clear. */
  static final int CLEARING_CYCLES = FeatureExtractor.IDS;

  private static final int TICK_SHIFT = Integer.numberOfTrailingZeros(FeatureExtractor.TICK_US);

  /** Codes are numbers of bits, in four bits. */
  private static final int CODES = 16;

  private final int code;
  private final int clear;

  /**
   * Builds it.
   *
   * @param time of the frame, in microseconds
   * @param commit whether the frame is remembered as its identifier's last
   */
  GapMemory(Gates gates, int id, int time, int commit) {
    int tick = gates.slice(time, TICK_SHIFT, FeatureExtractor.TICK_BITS);
    int sweep = gates.register("clear_address", FramePorts.ID_BITS + 1, 0);
    clear = gates.bit(sweep, FramePorts.ID_BITS);
    int clearing = gates.not(clear);
    gates.connect(sweep, gates.more(sweep), clearing);
    int address = gates.mux("write_id", clearing, gates.slice(sweep, 0, FramePorts.ID_BITS), id);
    int word = gates.concat("seen_at", tick, gates.number(1));
    int none = gates.field(0, FeatureExtractor.TICK_BITS + 1);
    int last =
        gates
            .builder()
            .memory(
                Origin.of("last_seen"),
                Range.unsigned(FeatureExtractor.TICK_BITS + 1),
                FeatureExtractor.IDS,
                gates.or("write", clearing, commit),
                address,
                gates.mux("write_word", clearing, none, word),
                id);
    int before = gates.slice(last, 0, FeatureExtractor.TICK_BITS);
    int difference = gates.builder().subtract(Origin.of("ticks"), tick, before);
    int ticks = gates.data("gap_ticks", FeatureExtractor.TICK_BITS);
    gates.connect(ticks, gates.slice(difference, 0, FeatureExtractor.TICK_BITS));
    int unseen = gates.data("gap_unseen", 1);
    gates.connect(unseen, gates.not(gates.bit(last, FeatureExtractor.TICK_BITS)));
    int most = gates.field(FeatureExtractor.MOST, 4);
    code = gates.data("gap", 4);
    gates.connect(code, gates.mux("gap_next", unseen, most, bits(gates, ticks)));
  }

  /** The code of {@link io.hdlgen.canids.feature.FrameField#GAP}, 3 cycles after the identifier. */
  int code() {
    return code;
  }

  /** Whether the memory has been cleared. */
  int isClear() {
    return clear;
  }

  /** The number of bits that ticks need, at most 15. */
  private static int bits(Gates gates, int ticks) {
    int top = CODES - 2;
    int rest = FeatureExtractor.TICK_BITS - top;
    int large = gates.not(gates.equal("small", gates.slice(ticks, top, rest), 0));
    // Bit k stands for the code k; code 0 is what is left.
    int marks = gates.concat("marks", gates.number(0), gates.slice(ticks, 0, top), large);
    int[] bits = new int[4];
    for (int i = 3; i >= 0; i--) {
      int half = 1 << i;
      int high = gates.slice(marks, half, half);
      bits[i] = gates.not(gates.equal("none", high, 0));
      marks = gates.mux("marks", bits[i], high, gates.slice(marks, 0, half));
    }
    return gates.concat("length", bits[0], bits[1], bits[2], bits[3]);
  }
}
