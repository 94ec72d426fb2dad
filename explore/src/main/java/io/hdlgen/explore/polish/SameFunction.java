package io.hdlgen.explore.polish;

import io.hdlgen.explore.logic.InputPatterns;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.Arrays;

/** Whether two circuits of the same inputs and outputs do the same, as far as can be tried. */
final class SameFunction {
  /** Of circuits that read no more, all rows of inputs are tried. */
  private static final int MOST_INPUTS = 14;

  /** Else so many words of random ones. */
  private static final int RANDOM_WORDS = 256;

  private static final long SEED = 1;

  private SameFunction() {}

  /**
   * Whether no difference was found.
   *
   * @param rows tried in any case
   */
  static boolean seems(LogicCircuit one, LogicCircuit other, LabelledBits rows) {
    if (!Arrays.equals(rows.classify(one), rows.classify(other))) {
      return false;
    }
    boolean[] live = new boolean[one.inputs()];
    boolean[] first = one.live();
    boolean[] second = other.live();
    int read = 0;
    for (int i = 0; i < live.length; i++) {
      live[i] = first[i] || second[i];
      read += live[i] ? 1 : 0;
    }
    InputPatterns tried =
        read <= MOST_INPUTS
            ? InputPatterns.all(live)
            : InputPatterns.random(live.length, RANDOM_WORDS, SEED);
    long[][] of = one.evaluate(tried.bits(), tried.words());
    long[][] ofOther = other.evaluate(tried.bits(), tried.words());
    for (int o = 0; o < one.outputs().size(); o++) {
      long[] bits = of[one.outputs().get(o)];
      long[] otherBits = ofOther[other.outputs().get(o)];
      for (int word = 0; word < tried.words(); word++) {
        if (((bits[word] ^ otherBits[word]) & tried.mask(word)) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
