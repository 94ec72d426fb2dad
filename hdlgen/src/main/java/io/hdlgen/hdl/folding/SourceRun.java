package io.hdlgen.hdl.folding;

/** The input stream: always valid, or not before its inference is due. */
final class SourceRun {
  /** Place of the source in a {@link WaitChain}, after all layers. */
  private static final int NODE = Integer.MAX_VALUE;

  private final WordQueue out;
  private final int words;
  private final long due;
  private final WaitChain waits;
  private final CycleListener listener;
  private long inference;
  private int word;
  private long clock = -1;
  private int cause = WaitChain.NONE;

  /**
   * @param due cycles between inferences below which none begins; 0: as soon as there is room
   */
  SourceRun(WordQueue out, int words, long due, WaitChain waits, CycleListener listener) {
    this.out = out;
    this.words = words;
    this.due = due;
    this.waits = waits;
    this.listener = listener;
  }

  /** Goes on as far as is known; whether it went on at all. */
  boolean advance(long inferences) {
    boolean moved = false;
    while (inference < inferences && out.roomKnown()) {
      long earliest = clock + 1;
      if (word == 0 && inference * due > earliest) {
        earliest = inference * due;
        cause = WaitChain.NONE;
      }
      if (out.roomFrom() > earliest) {
        earliest = out.roomFrom();
        cause = waits.add(NODE, word, out.roomCause());
      }
      clock = earliest;
      listener.written(0, out.write(clock, cause), clock);
      word++;
      if (word == words) {
        word = 0;
        inference++;
      }
      moved = true;
    }
    return moved;
  }

  /** Cycle of the last accept. */
  long clock() {
    return clock;
  }
}
