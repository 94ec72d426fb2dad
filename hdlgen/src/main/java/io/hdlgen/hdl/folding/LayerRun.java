package io.hdlgen.hdl.folding;

/**
 * One layer: when it issues its slots. Only a slot that begins a word or ends a row of synapse
 * folds can be late; all others follow the one before, so whole stretches are taken at once.
 */
final class LayerRun {
  private final int index;
  private final int sf;
  private final int nf;
  private final int reads;
  private final int folds;
  private final int words;
  private final int delay;
  private final WordQueue in;
  private final WordQueue out;
  private final WaitChain waits;
  private final CycleListener listener;
  private long inference;
  private int row;
  private int word;
  private long clock = -1;
  private int cause = WaitChain.NONE;
  private long runStart;
  private long inputWait;
  private long roomWait;

  LayerRun(
      FoldedShape shape,
      int index,
      int delay,
      WordQueue in,
      WordQueue out,
      WaitChain waits,
      CycleListener listener) {
    FoldedLayer layer = shape.layers().get(index);
    boolean last = index == shape.layers().size() - 1;
    this.index = index;
    sf = layer.sf();
    nf = layer.nf();
    reads = shape.readsPerWord(index);
    folds = last ? nf : shape.foldsPerWord(index + 1);
    words = shape.words(index);
    this.delay = delay;
    this.in = in;
    this.out = out;
    this.waits = waits;
    this.listener = listener;
  }

  /** Goes on as far as is known; whether it went on at all. */
  boolean advance(long inferences) {
    boolean moved = false;
    while (inference < inferences && mayStep()) {
      if (row == 0) {
        stepWord();
      } else {
        stepRow();
      }
      moved = true;
    }
    return moved;
  }

  /** In the first row a step is a word; later, when all words are there, it is a row. */
  private boolean mayStep() {
    boolean endsRow = row > 0 || word == words - 1;
    return (row > 0 || in.isWritten(inference * words + word))
        && (!endsRow || !fillsWord() || out.roomKnown());
  }

  private boolean fillsWord() {
    return row % folds == folds - 1 || row == nf - 1;
  }

  private void stepWord() {
    long number = inference * words + word;
    inputWait += await(in.writtenAt(number) + 1, word, in.writeCause(number));
    if (word < words - 1) {
      clock += reads;
      if (nf == 1) {
        in.free(clock, cause);
      }
      word++;
      return;
    }
    clock += sf - 1 - (long) word * reads;
    endRow();
  }

  private void stepRow() {
    if (row == nf - 1) {
      for (int w = 1; w < words; w++) {
        in.free(clock + (long) w * reads, cause);
      }
    }
    clock += sf - 1;
    endRow();
  }

  /** The last slot of a row, which waits for room if it fills a word. */
  private void endRow() {
    boolean fills = fillsWord();
    if (fills) {
      roomWait += await(out.roomFrom(), (long) words + row, out.roomCause());
    }
    clock++;
    if (fills) {
      long cycle = clock + delay;
      listener.written(index + 1, out.write(cycle, cause), cycle);
    }
    word = 0;
    row++;
    if (row == nf) {
      in.free(clock, cause);
      report();
      row = 0;
      inference++;
    }
  }

  /** Moves the clock so that the next slot is not issued before a cycle; the cycles lost. */
  private long await(long earliest, long position, int behind) {
    long lost = earliest - clock - 1;
    if (lost <= 0) {
      return 0;
    }
    report();
    clock = earliest - 1;
    runStart = earliest;
    cause = waits.add(index, position, behind);
    return lost;
  }

  private void report() {
    if (clock >= runStart) {
      listener.issued(index, inference, runStart, clock - runStart + 1);
    }
    runStart = clock + 1;
  }

  /** Cycle of the last slot. */
  long clock() {
    return clock;
  }

  /** Cycles from 0 on in which no slot was issued because its word was missing. */
  long inputWait() {
    return inputWait;
  }

  /** Cycles from 0 on in which only a place for the result was missing. */
  long roomWait() {
    return roomWait;
  }
}
