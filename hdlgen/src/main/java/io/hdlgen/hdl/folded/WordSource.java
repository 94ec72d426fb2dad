package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.Origin;
import java.util.List;

/** Where a layer's hardware has weights and parameters from. */
interface WordSource {

  /** The word of a table that is shown. */
  interface Shown {
    /** All of its bits. */
    int word();

    /** One of its fields. */
    int field(Origin origin, int index);
  }

  /**
   * The words of a table one after the other, and then from the first one again.
   *
   * @param advance 1 in each cycle in which the next word is asked for; it shows one cycle later
   * @param cycles from the issue of a slot to {@code advance}
   */
  Shown inTurn(Origin origin, WordTable table, int advance, int cycles);

  /** The most words of a table that {@link #at} reads. */
  int mostWords();

  /**
   * The word of a table at an address, one cycle later.
   *
   * @param address side by side the number of the word, the lowest part first
   * @param cycles from the issue of a slot to {@code address}
   */
  int at(Origin origin, WordTable table, List<Integer> address, int cycles);

  /**
   * Builds what follows the schedule.
   *
   * @param ends 1 where the last slot of a group of neurons is issued
   * @param last 1 where that is the last group
   */
  void finish(int ends, int last);
}
