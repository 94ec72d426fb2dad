package io.hdlgen.canids.rtl.feature;

import io.hdlgen.hdl.board.Gates;
import java.util.ArrayList;
import java.util.List;

/** Beats that wait for who reads the stream; the first lies in a register of its own. */
final class EventQueue {
  /** Those of two frames. */
  static final int DEPTH = 4;

  private final Gates gates;
  private final List<Integer> beats = new ArrayList<>();
  private final List<Integer> full = new ArrayList<>();

  EventQueue(Gates gates) {
    this.gates = gates;
    for (int i = 0; i < DEPTH; i++) {
      beats.add(gates.data("beat" + i, EventBeat.BITS));
      full.add(gates.flag("beat_valid" + i));
    }
  }

  /** Whether a beat is offered. */
  int valid() {
    return full.get(0);
  }

  /** The beat that is offered. */
  int data() {
    return beats.get(0);
  }

  /** Whether a beat can be put in. */
  int room() {
    return gates.not(full.get(DEPTH - 1));
  }

  /**
   * Connects what moves the beats.
   *
   * @param put whether {@code beat} is put in; only where there is {@link #room}
   * @param take whether the reader is ready
   */
  void finish(int put, int beat, int take) {
    int leaves = gates.and("beat_leaves", full.get(0), take);
    int stays = gates.not(leaves);
    int empty = gates.field(0, EventBeat.BITS);
    for (int i = 0; i < DEPTH; i++) {
      boolean last = i == DEPTH - 1;
      int behind = last ? gates.number(0) : full.get(i + 1);
      int moved = gates.mux("moved_valid", leaves, behind, full.get(i));
      // It goes to the first place that is empty after the move.
      int before =
          i == 0 ? gates.number(1) : gates.mux("before", leaves, full.get(i), full.get(i - 1));
      int here = gates.and("put_here", put, before, gates.not(moved));
      gates.connect(full.get(i), gates.or("valid_next", moved, here));
      int shifted = last ? empty : beats.get(i + 1);
      int kept = gates.mux("shifted", leaves, shifted, beats.get(i));
      gates.connect(
          beats.get(i),
          gates.mux("beat_next", here, beat, kept),
          gates.or("beat_moves", here, gates.not(stays)));
    }
  }
}
