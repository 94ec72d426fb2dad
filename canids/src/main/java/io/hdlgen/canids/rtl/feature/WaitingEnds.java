package io.hdlgen.canids.rtl.feature;

import io.hdlgen.hdl.board.Gates;

/**
 * Ends of frames that wait until the verdict before them is out: two, as three do not lie within
 * the time that a verdict may take on a bus. Only the first can be of a frame that has a verdict,
 * since none is begun while an end waits.
 */
final class WaitingEnds {
  private final Gates gates;
  private final int waiting;
  private final int behind;
  private int toFirst;
  private int toSecond;
  private int movesUp;
  private int dropped;

  WaitingEnds(Gates gates) {
    this.gates = gates;
    this.waiting = gates.flag("end_waits");
    this.behind = gates.flag("end_waits_behind");
  }

  /** Whether there is one. */
  int waiting() {
    return waiting;
  }

  /**
   * Connects what moves them.
   *
   * @param ends whether a frame ends
   * @param leaves whether the first one that waits does not do so any more
   */
  void finish(int ends, int leaves) {
    int stays = gates.not(leaves);
    int alone = gates.and("end_alone", leaves, gates.not(behind));
    int full = gates.and("ends_full", behind, stays);
    toFirst = gates.and("end_first", ends, gates.or("first_free", gates.not(waiting), alone));
    toSecond = gates.and("end_second", ends, gates.not(toFirst), gates.not(full));
    movesUp = gates.and("end_moves_up", leaves, behind);
    dropped = gates.and("dropped", ends, full);
    gates.setAndClear(waiting, ends, alone);
    gates.setAndClear(behind, toSecond, leaves);
  }

  /** Whether an end has no place. */
  int dropped() {
    return dropped;
  }

  /** What is kept of the first end, of a value that there is when its frame ends. */
  int held(String name, int value) {
    int second = gates.data(name + "_behind", gates.width(value));
    gates.connect(second, value, toSecond);
    return first(name, gates.mux(name + "_next", movesUp, second, value));
  }

  /** Whether the frame of the first end has a verdict. */
  int judged(int given) {
    return first("end_judged", gates.and("given_first", given, gates.not(movesUp)));
  }

  /** What is kept of the first end if its frame has a verdict, else anything. */
  int heldIfJudged(String name, int value) {
    return first(name, value);
  }

  private int first(String name, int next) {
    int register = gates.data(name, gates.width(next));
    gates.connect(register, next, gates.or("end_taken", toFirst, movesUp));
    return register;
  }
}
