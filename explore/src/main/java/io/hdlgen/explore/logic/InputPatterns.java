package io.hdlgen.explore.logic;

import java.util.Random;

/**
 * Rows of inputs to try circuits on, 64 rows a word.
 *
 * @param bits {@code [inputs][words]}, a bit a row
 * @param words number of words
 * @param rows number of rows; the bits behind them mean nothing
 */
public record InputPatterns(long[][] bits, int words, int rows) {
  /** All rows of these inputs, at most 30 of them live; the others are 0. */
  public static InputPatterns all(boolean[] live) {
    int read = 0;
    for (boolean one : live) {
      read += one ? 1 : 0;
    }
    int rows = 1 << read;
    int words = (rows + Long.SIZE - 1) / Long.SIZE;
    long[][] bits = new long[live.length][words];
    int bit = 0;
    for (int i = 0; i < live.length; i++) {
      if (live[i]) {
        for (int r = 0; r < rows; r++) {
          bits[i][r >> 6] |= (r >>> bit & 1L) << r;
        }
        bit++;
      }
    }
    return new InputPatterns(bits, words, rows);
  }

  /** Rows at random; the same seed gives the same ones. */
  public static InputPatterns random(int inputs, int words, long seed) {
    Random random = new Random(seed);
    long[][] bits = new long[inputs][words];
    for (long[] input : bits) {
      for (int word = 0; word < words; word++) {
        input[word] = random.nextLong();
      }
    }
    return new InputPatterns(bits, words, words * Long.SIZE);
  }

  /** The bits of a word that are rows. */
  public long mask(int word) {
    int rest = rows - word * Long.SIZE;
    return rest < Long.SIZE ? (1L << rest) - 1 : -1L;
  }
}
