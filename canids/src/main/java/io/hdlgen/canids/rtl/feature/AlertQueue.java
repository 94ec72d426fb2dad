package io.hdlgen.canids.rtl.feature;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;

/** The oldest alerts that nobody has fetched, in a memory; what does not fit is counted. */
final class AlertQueue {
  /** Alerts that it holds. */
  static final int DEPTH = 16;

  private static final int PLACE_BITS = 4;
  private static final int LOST_BITS = 16;

  private final int level;
  private final int lost;
  private final int head;
  private final int pending;

  /**
   * Builds it.
   *
   * @param put whether {@code alert} joins
   * @param pop whether the oldest one goes
   */
  AlertQueue(Gates gates, int put, int alert, int pop) {
    int write = gates.register("alert_write", PLACE_BITS, 0);
    int read = gates.register("alert_read", PLACE_BITS, 0);
    level = gates.register("alert_level", PLACE_BITS + 1, 0);
    int some = gates.not(gates.equal("no_alerts", level, 0));
    int full = gates.bit(level, PLACE_BITS);
    int goes = gates.and("alert_goes", pop, some);
    int joins = gates.and("alert_joins", put, gates.not(full));
    gates.connect(write, gates.more(write), joins);
    gates.connect(read, gates.more(read), goes);
    int up = gates.and("alert_up", joins, gates.not(goes));
    int down = gates.and("alert_down", goes, gates.not(joins));
    int less = gates.mux("level_next", down, gates.less(level), level);
    gates.connect(level, gates.mux("level_next", up, gates.more(level), less));
    lost = gates.register("alerts_lost", LOST_BITS, 0);
    gates.connect(lost, gates.more(lost), gates.and("alert_lost", put, full));
    head =
        gates
            .builder()
            .memory(
                Origin.of("alerts"),
                Range.unsigned(gates.width(alert)),
                DEPTH,
                joins,
                write,
                alert,
                read);
    int settled = gates.flag("alert_settled");
    gates.connect(settled, gates.and("settled_next", some, gates.not(goes)));
    pending = gates.flag("alert_pending");
    gates.connect(pending, gates.and("pending_next", settled, some, gates.not(goes)));
  }

  /** How many there are. */
  int level() {
    return level;
  }

  /** How many had no place. */
  int lost() {
    return lost;
  }

  /** The oldest one, while there is one {@link #pending}. */
  int head() {
    return head;
  }

  /** Whether there is one that can be read. */
  int pending() {
    return pending;
  }
}
