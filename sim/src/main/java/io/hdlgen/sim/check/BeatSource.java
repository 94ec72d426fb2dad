package io.hdlgen.sim.check;

import io.hdlgen.sim.port.RecordLayout;
import java.util.Arrays;
import java.util.Random;

/**
 * What is offered at the input stream: the beats of one inference after the other. A beat that is
 * offered stays until it is accepted. While none is offered, the data are those of some beat.
 */
final class BeatSource {
  private final Vectors vectors;
  private final RecordLayout layout;
  private final int beats;
  private final Random random;
  private final byte[] record;
  private int accepted;
  private int beat;
  private boolean offering;
  private boolean last;
  private int wrongInference = -1;
  private int wrongBeat;

  /**
   * @param layout of input records
   * @param beats of an inference
   */
  BeatSource(Vectors vectors, RecordLayout layout, int beats, Random random) {
    this.vectors = vectors;
    this.layout = layout;
    this.beats = beats;
    this.random = random;
    record = new byte[layout.size()];
  }

  /** The input record, with the data of the beat. */
  byte[] record() {
    return record;
  }

  /** Inferences of which all beats have been accepted. */
  int accepted() {
    return accepted;
  }

  /** Whether the next beat is the first of its inference. */
  boolean atFirst() {
    return beat == 0;
  }

  /** Whether the next beat is the last of its inference. */
  boolean atLast() {
    return beat == beats - 1;
  }

  boolean offering() {
    return offering;
  }

  /** What is on {@code tlast}. */
  boolean last() {
    return last;
  }

  /** Whether the next beat is one with a wrong {@code tlast}. */
  boolean isWrong() {
    return accepted == wrongInference && beat == wrongBeat;
  }

  /** Has the last beat of the next inference go without {@code tlast}. */
  void omitLast() {
    wrongInference = accepted;
    wrongBeat = beats - 1;
  }

  /** Has a beat of the next inference that is not its last one go with {@code tlast}. */
  void advanceLast() {
    wrongInference = accepted;
    wrongBeat = random.nextInt(beats - 1);
  }

  /** Offers the next beat, or none. */
  void offer(boolean some) {
    offering = some;
    Arrays.fill(record, (byte) 0);
    int vector = some ? accepted % vectors.count() : random.nextInt(vectors.count());
    int shown = beats == 1 ? 0 : some ? beat : random.nextInt(beats);
    last = some ? atLast() != isWrong() : beats == 1 || random.nextBoolean();
    vectors.putInputs(vector, shown, layout, record, 0);
  }

  /** The beat on offer has been accepted. */
  void advance() {
    offering = false;
    beat++;
    if (beat == beats) {
      beat = 0;
      accepted++;
    }
  }

  /** Goes back to an inference, as after a reset. */
  void restart(int inference) {
    accepted = inference;
    beat = 0;
    offering = false;
  }
}
