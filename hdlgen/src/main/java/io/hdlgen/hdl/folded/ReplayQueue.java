package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * The input queue of a layer, and the schedule of its slots. Words stay until the last group of
 * neurons has read them; the groups before it read the same words again and again.
 */
final class ReplayQueue {
  private final ModuleBuilder builder;
  private final int layer;
  private final FoldedLayer shape;
  private final int depth;
  private final int readsPerWord;
  private final int wordWidth;
  private final int write;
  private final int word;
  private final Counter slots;
  private final Counter folds;
  private final Counter reads;
  private final int unread;

  ReplayQueue(
      ModuleBuilder builder,
      int layer,
      FoldedLayer shape,
      int readsPerWord,
      int depth,
      int wordWidth) {
    this.builder = builder;
    this.layer = layer;
    this.shape = shape;
    this.depth = depth;
    this.readsPerWord = readsPerWord;
    this.wordWidth = wordWidth;
    write = builder.input(origin("write"), Range.BIT, LayerModule.WRITE_IN);
    word = builder.input(origin("word"), Range.unsigned(wordWidth), LayerModule.WORD_IN);
    slots = new Counter(builder, origin("group"), shape.sf());
    folds = new Counter(builder, origin("neurons"), shape.nf());
    reads = new Counter(builder, origin("read"), readsPerWord);
    unread =
        builder.feedback(origin("unread"), Range.of(0, depth), Register.ALWAYS, BigInteger.ZERO);
  }

  private Origin origin(String role) {
    return Origin.of(layer, role);
  }

  /** The groups of inputs. */
  Counter slots() {
    return slots;
  }

  /** The groups of neurons. */
  Counter folds() {
    return folds;
  }

  /** 1 where the word of the next slot is there. */
  int available() {
    int zero = builder.constant(origin("zero"), 0);
    int none = builder.compare(origin("all_read"), Comparison.EQUAL, unread, zero);
    int some = builder.not(origin("some"), none);
    return shape.nf() == 1
        ? some
        : builder.or(origin("available"), some, builder.not(origin("again"), folds.isFirst()));
  }

  /**
   * Builds the queue.
   *
   * @param issue 1 in each cycle in which a slot is issued
   * @return the group of inputs of the slot, one cycle later
   */
  int build(int issue) {
    int wordEnd = builder.or(origin("word_end"), reads.isLast(), slots.isLast());
    int leaves = builder.and(origin("leaves"), issue, wordEnd);
    reads.advance(issue, slots.isLast());
    slots.advance(issue);
    int vectorEnd = builder.and(origin("vector_end"), issue, slots.isLast());
    folds.advance(vectorEnd);
    int seen = builder.and(origin("seen"), leaves, folds.isFirst());
    builder.connect(unread, new Level(builder, depth).moved(origin("unread"), unread, write, seen));
    int freed = builder.and(origin("freed"), leaves, folds.isLast());
    builder.output(origin("freed"), LayerModule.FREED_OUT, freed);
    Counter writes = new Counter(builder, origin("write_at"), depth);
    writes.advance(write);
    int readAt = readAddress(leaves, vectorEnd);
    int read =
        builder.memory(
            origin("queue"), Range.unsigned(wordWidth), depth, write, writes.value(), word, readAt);
    if (readsPerWord == 1) {
      return read;
    }
    int shown = builder.register(origin("read_shown"), reads.value(), Register.ALWAYS);
    return new Lanes(builder, origin("group_word"))
        .select(read, shown, readsPerWord, wordWidth / readsPerWord);
  }

  /**
   * Where the next slot's word is; after each group of neurons but the last, at the first again.
   */
  private int readAddress(int leaves, int vectorEnd) {
    Counter at = new Counter(builder, origin("read_at"), depth);
    if (shape.nf() == 1 || depth == 1) {
      at.advance(leaves);
      return at.value();
    }
    Range range = Range.of(0, depth - 1L);
    int begin = builder.feedback(origin("vector_at"), range, Register.ALWAYS, BigInteger.ZERO);
    int next = at.next();
    int again =
        builder.and(origin("replay"), slots.isLast(), builder.not(origin("more"), folds.isLast()));
    builder.connect(
        at.value(), builder.mux(origin("read_at_turn"), again, begin, next, range), leaves);
    int done = builder.and(origin("vector_done"), vectorEnd, folds.isLast());
    builder.connect(begin, next, done);
    return at.value();
  }
}
