package io.hdlgen.hdl.dma;

import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;

/**
 * How inferences lie in memory: each beat, and each result, begins with a new word, its lowest bits
 * in the first word; bits beyond it are zeros.
 *
 * @param wordBits width of a word, 8, 16, 32, ... 1024
 * @param beatBits width of a beat of the design
 * @param beats beats an inference
 * @param resultBits width of a result
 */
public record DmaWords(int wordBits, int beatBits, int beats, int resultBits) {
  private static final int NARROWEST = 8;
  private static final int WIDEST = 1024;

  public DmaWords {
    boolean legal = wordBits >= NARROWEST && wordBits <= WIDEST && Integer.bitCount(wordBits) == 1;
    if (!legal || beatBits < 1 || beats < 1 || resultBits < 1) {
      throw new IllegalArgumentException(
          "words of %d bits, %d beats of %d bits, results of %d bits"
              .formatted(wordBits, beats, beatBits, resultBits));
    }
  }

  /** Those of a design between streams. */
  public static DmaWords of(Signature signature, int wordBits) {
    if (signature.bus() != Bus.STREAM || signature.initiationInterval().isEmpty()) {
      throw new IllegalArgumentException(signature.top() + " has no streams");
    }
    return new DmaWords(
        wordBits, signature.inputBits(), signature.inputBeats(), signature.outputBits());
  }

  /** Words a beat. */
  public int beatWords() {
    return words(beatBits);
  }

  /** Words that the features of an inference take. */
  public int inferenceWords() {
    return beats * beatWords();
  }

  /** Words that the result of an inference takes. */
  public int resultWords() {
    return words(resultBits);
  }

  private int words(int bits) {
    return (bits + wordBits - 1) / wordBits;
  }
}
