package io.hdlgen.hdl.folding;

/**
 * Cycles in which the words of a queue are written and freed. Words are numbered over all
 * inferences; of each only what may still be asked for is kept, so as many as the queue is deep.
 */
final class WordQueue {
  private final int depth;
  private final int perInference;
  private final long period;
  private final long[] written;
  private final long[] freed;
  private final int[] writeCause;
  private final int[] freeCause;
  private final long[] lastFreed;
  private long writtenCount;
  private long freedCount;
  private int changedCause = WaitChain.NONE;
  private boolean changed;

  /**
   * @param depth words that it holds
   * @param perInference words of an inference
   * @param period distance at which {@link #takeChanged} expects inferences
   */
  WordQueue(int depth, int perInference, long period) {
    this.depth = depth;
    this.perInference = perInference;
    this.period = period;
    written = new long[depth];
    freed = new long[depth];
    writeCause = new int[depth];
    freeCause = new int[depth];
    lastFreed = new long[perInference];
  }

  /** Whether it is known when the next word to be written finds a place. */
  boolean roomKnown() {
    return writtenCount - depth < freedCount;
  }

  /** The first cycle in which the next word may be promised a place; 0 if there was one always. */
  long roomFrom() {
    return writtenCount < depth ? 0 : freed[slot(writtenCount)] + 1;
  }

  /** The wait that set {@link #roomFrom}. */
  int roomCause() {
    return writtenCount < depth ? WaitChain.NONE : freeCause[slot(writtenCount)];
  }

  boolean isWritten(long word) {
    return word < writtenCount;
  }

  long writtenAt(long word) {
    return written[slot(word)];
  }

  int writeCause(long word) {
    return writeCause[slot(word)];
  }

  /** Writes the next word and returns its number. */
  long write(long cycle, int cause) {
    written[slot(writtenCount)] = cycle;
    writeCause[slot(writtenCount)] = cause;
    return writtenCount++;
  }

  /** Frees the next word. */
  void free(long cycle, int cause) {
    int position = (int) (freedCount % perInference);
    if (cycle - lastFreed[position] != period) {
      changed = true;
      changedCause = cause;
    }
    lastFreed[position] = cycle;
    freed[slot(freedCount)] = cycle;
    freeCause[slot(freedCount)] = cause;
    freedCount++;
  }

  /** Whether a word since the last call was not freed one period after the one before it. */
  boolean takeChanged() {
    boolean result = changed;
    changed = false;
    return result;
  }

  /** The wait behind the last word that was not freed one period after the one before it. */
  int changedCause() {
    return changedCause;
  }

  /** Inferences whose words the queue may remember: whole ones, rounded up. */
  int inferencesKept() {
    return Division.ceil(depth, perInference);
  }

  int depth() {
    return depth;
  }

  /** The cycle in which the last word but {@code age} was freed; -1 if there was none. */
  long freedBefore(int age) {
    return age >= freedCount ? -1 : freed[slot(freedCount - 1 - age)];
  }

  private int slot(long word) {
    return (int) (word % depth);
  }
}
