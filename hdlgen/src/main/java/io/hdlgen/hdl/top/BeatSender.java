package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/** Sends the beats of an inference into a stream, one after the other, from a start on. */
final class BeatSender {
  private final ModuleBuilder builder;
  private final int count;
  private final int sending;
  private final int index;
  private final int last;

  /**
   * @param count beats an inference, at least 1
   */
  BeatSender(ModuleBuilder builder, int count) {
    this.builder = builder;
    this.count = count;
    this.sending = builder.feedback(role("sending"), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
    Range range = Range.of(0, count - 1L);
    if (count == 1) {
      index = builder.constant(role("only"), 0);
      last = builder.constant(role("one"), 1);
    } else {
      index = builder.feedback(role("beat_index"), range, Register.ALWAYS, BigInteger.ZERO);
      last =
          builder.compare(
              role("last"), Comparison.EQUAL, index, builder.constant(role("end"), count - 1L));
    }
  }

  /** Whether a beat is offered. */
  int sending() {
    return sending;
  }

  /** Whether it is the last one. */
  int last() {
    return last;
  }

  /**
   * The beat that is offered.
   *
   * @param beats equally wide, in order; they must not change while {@link #sending}
   */
  int data(List<Integer> beats) {
    return choose(beats, 0, builder.node(index).width());
  }

  /** The beats whose indices begin with {@code first}, by that many lowest bits of the index. */
  private int choose(List<Integer> beats, int first, int bits) {
    if (bits == 0 || first + 1 == count) {
      return beats.get(first);
    }
    int half = 1 << (bits - 1);
    int low = choose(beats, first, bits - 1);
    if (first + half >= count) {
      return low;
    }
    int high = choose(beats, first + half, bits - 1);
    int bit = builder.slice(role("select"), index, bits - 1, Range.BIT);
    return builder.mux(role("beat"), bit, high, low);
  }

  /**
   * Connects what moves it on.
   *
   * @param start whether the first beat is offered from the next cycle on
   * @param ready whether an offered beat is taken
   */
  void finish(int start, int ready) {
    int ends = ready;
    if (count > 1) {
      ends = builder.and(role("ends"), ready, last);
      int moves = builder.and(role("moves"), sending, ready);
      int sum = builder.add(role("index_sum"), index, builder.constant(role("one"), 1));
      int next = builder.mux(role("index_turn"), last, builder.constant(role("first"), 0), sum);
      int moved = builder.known(next, Range.of(0, count - 1L));
      builder.connect(index, builder.mux(role("index_next"), moves, moved, index));
    }
    int stays = builder.and(role("waits"), sending, builder.not(role("full"), ends));
    builder.connect(sending, builder.or(role("sending_next"), start, stays));
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
