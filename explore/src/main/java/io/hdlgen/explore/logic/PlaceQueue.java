package io.hdlgen.explore.logic;

import java.util.Arrays;

/** A set of places from which the lowest is taken first. */
final class PlaceQueue {
  private final long[] words;
  private int from;

  PlaceQueue(int places) {
    words = new long[(places + Long.SIZE - 1) / Long.SIZE];
    from = words.length;
  }

  void add(int place) {
    int word = place >> 6;
    words[word] |= 1L << place;
    if (word < from) {
      from = word;
    }
  }

  /** Takes out the lowest place; negative if there is none. */
  int poll() {
    while (from < words.length) {
      long word = words[from];
      if (word != 0) {
        words[from] = word & (word - 1);
        return (from << 6) + Long.numberOfTrailingZeros(word);
      }
      from++;
    }
    return -1;
  }

  void clear() {
    if (from < words.length) {
      Arrays.fill(words, from, words.length, 0);
      from = words.length;
    }
  }
}
