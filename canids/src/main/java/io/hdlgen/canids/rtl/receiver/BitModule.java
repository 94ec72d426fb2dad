package io.hdlgen.canids.rtl.receiver;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.board.LineFilter;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;

/**
 * From the line to bits: a pulse for each, with its level.
 *
 * <p>The line goes through a {@link LineFilter}. {@code place} counts the clocks since the sample
 * point; an edge to dominant that is not where it should be moves it (ISO 11898-1:2015, 11.3.2).
 */
final class BitModule {
  static final String NAME = "hdlgen_can_bits";
  static final String HARD = "hard_i";
  static final String SAMPLE = "sample_o";
  static final String LEVEL = "level_o";
  static final String LAST = "last_o";
  static final String FALL = "fall_o";

  private final Gates gates = new Gates(NAME);
  private final BitTiming timing;

  private BitModule(BitTiming timing) {
    this.timing = timing;
  }

  /**
   * The module. While {@code hard_i} is 1, an edge to dominant begins a bit, wherever it is. {@code
   * last_o} is the level of the bit before, {@code fall_o} any edge to dominant.
   */
  static HdlModule of(BitTiming timing) {
    return new BitModule(timing).build();
  }

  private HdlModule build() {
    int line = gates.input(ReceiverPorts.LINE, 1);
    int hard = gates.input(HARD, 1);
    int level = LineFilter.level(gates, line);
    int before = gates.register("before", 1, 1);
    gates.connect(before, level);
    int fall = gates.and("fall", before, gates.not(level));

    int clocks = timing.clocksPerBit();
    int place = gates.register("place", 32 - Integer.numberOfLeadingZeros(clocks - 1), 0);
    int last = gates.register("last", 1, 1);
    int moved = gates.flag("moved");
    // One edge a bit, and only after a recessive one: others are ringing or glitches.
    int first = gates.and("first", last, gates.not(moved));
    int syncs = gates.and("syncs", fall, gates.or("may_sync", hard, first));
    int ends = gates.equal("ends", place, clocks - 1L);
    int sample = gates.and("sample", ends, gates.not(syncs));
    gates.connect(last, level, sample);
    gates.setAndClear(moved, syncs, sample);
    int stepped = gates.mux("stepped", sample, gates.number(0), gates.more(place));
    gates.connect(place, gates.mux("place_next", syncs, synchronised(place, hard), stepped));
    gates.output(SAMPLE, sample);
    gates.output(LEVEL, level);
    gates.output(LAST, last);
    gates.output(FALL, fall);
    return gates.build();
  }

  /** The place after an edge: as if it had been in the synchronisation segment, within a jump. */
  private int synchronised(int place, int hard) {
    int width = gates.width(place);
    int jump = timing.jumpWidth();
    int begun = gates.field(timing.phase2() + 1L, width);
    int result = begun;
    int late = timing.phase2() + jump;
    result = gates.mux("late", less("on_time", place, late + 1), begun, moved(place, 1 - jump));
    if (jump < timing.phase2()) {
      int early = less("early", place, timing.phase2() - jump);
      result = gates.mux("earlier", early, moved(place, 1 + jump), result);
    }
    return gates.mux("begun", hard, begun, result);
  }

  private int less(String name, int place, int bound) {
    return gates.builder().compare(Origin.of(name), Comparison.LESS, place, gates.number(bound));
  }

  private int moved(int place, int by) {
    int width = gates.width(place);
    int modulus = 1 << width;
    int sum =
        gates.builder().add(Origin.of("jumped"), place, gates.number(Math.floorMod(by, modulus)));
    return gates.slice(sum, 0, width);
  }
}
