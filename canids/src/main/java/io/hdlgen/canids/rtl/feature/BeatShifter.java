package io.hdlgen.canids.rtl.feature;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import java.util.ArrayList;
import java.util.List;

/** Keeps the features of a frame and sends them into a core, one beat after the other. */
final class BeatShifter {
  private final Gates gates;
  private final Signature core;
  private final int valid;
  private final int left;
  private final List<Integer> beats = new ArrayList<>();

  /**
   * A sender.
   *
   * @param core whose input beats they are
   */
  BeatShifter(Gates gates, Signature core) {
    this.gates = gates;
    this.core = core;
    this.valid = gates.flag("sending");
    int count = core.inputBeats();
    this.left =
        count == 1
            ? gates.number(0)
            : gates.register(
                "beats_left", Integer.SIZE - Integer.numberOfLeadingZeros(count - 1), 0);
    for (int i = 0; i < count; i++) {
      beats.add(gates.data("features" + i, used(i)));
    }
  }

  /** Bits of a beat that features fill; those of the first beats are never fewer. */
  private int used(int beat) {
    return core.inputs().stream()
        .filter(field -> field.beat() == beat)
        .mapToInt(field -> field.low() + field.width())
        .max()
        .orElseThrow();
  }

  int valid() {
    return valid;
  }

  int last() {
    return core.inputBeats() == 1 ? gates.number(1) : gates.equal("last", left, 0);
  }

  /** The beat that is offered, zeros above the features. */
  int data() {
    return gates.builder().extend(beats.get(0), core.inputBits());
  }

  /**
   * Connects what moves the beats.
   *
   * @param codes of all features, in order
   * @param start whether they are taken; while nothing is sent
   * @param ready whether the core takes a beat
   */
  void finish(List<Integer> codes, int start, int ready) {
    int moves = gates.and("beat_taken", valid, ready);
    gates.setAndClear(valid, start, gates.and("all_taken", moves, last()));
    if (beats.size() > 1) {
      int all = gates.field(beats.size() - 1L, gates.width(left));
      int next = gates.mux("left_next", start, all, gates.less(left));
      gates.connect(left, next, gates.or("left_moves", start, moves));
    }
    for (int i = 0; i < beats.size(); i++) {
      int loaded = beat(codes, i);
      boolean last = i == beats.size() - 1;
      if (last) {
        gates.connect(beats.get(i), loaded, start);
      } else {
        int behind = gates.builder().extend(beats.get(i + 1), gates.width(beats.get(i)));
        int next = gates.mux("features_next", start, loaded, behind);
        gates.connect(beats.get(i), next, gates.or("features_move", start, moves));
      }
    }
  }

  private int beat(List<Integer> codes, int beat) {
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      Field field = core.inputs().get(i);
      if (field.beat() == beat) {
        parts.add(gates.builder().extend(codes.get(i), field.width()));
      }
    }
    return gates.concat("features_of_beat", parts.toArray(Integer[]::new));
  }
}
