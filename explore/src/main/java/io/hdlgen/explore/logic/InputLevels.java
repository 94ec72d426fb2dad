package io.hdlgen.explore.logic;

/**
 * What the inputs of circuits stand for: input i is 1 where the code of its feature is at least its
 * level. Inputs of a feature lie next to each other, by ascending level.
 *
 * @param features number of features
 * @param bits of each feature's code; levels are 1 to {@code 2^bits - 1}
 */
public record InputLevels(int features, int bits) {
  /** Number of levels of a feature. */
  public int levels() {
    return (1 << bits) - 1;
  }

  /** Number of inputs. */
  public int inputs() {
    return features * levels();
  }

  /** The input of a feature's level, from 1. */
  public int input(int feature, int level) {
    return feature * levels() + level - 1;
  }

  /** The feature of an input. */
  public int feature(int input) {
    return input / levels();
  }

  /** The level of an input. */
  public int level(int input) {
    return input % levels() + 1;
  }

  /** The input a level lower or higher, or the same at the end. */
  public int neighbour(int input, boolean higher) {
    int other = higher ? input + 1 : input - 1;
    return other >= 0 && other < inputs() && feature(other) == feature(input) ? other : input;
  }

  /** The inputs of a row of codes, {@code [inputs]}. */
  public boolean[] encode(long[] codes) {
    boolean[] row = new boolean[inputs()];
    for (int i = 0; i < row.length; i++) {
      row[i] = codes[feature(i)] >= level(i);
    }
    return row;
  }
}
