package io.hdlgen.hdl.board;

/**
 * Takes in a line that has another clock, and rests at 1: two registers, and then a majority of
 * three, so that a glitch of a cycle is nothing.
 */
public final class LineFilter {
  private static final int SAMPLES = 4;

  private LineFilter() {}

  /** The level, four cycles behind the line. */
  public static int level(Gates gates, int line) {
    int[] samples = new int[SAMPLES];
    int next = line;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = gates.register("line" + i, 1, 1);
      gates.connect(samples[i], next);
      next = samples[i];
    }
    int either = gates.or("either", samples[1], samples[3]);
    int both = gates.and("both", samples[1], samples[3]);
    int level = gates.register("level", 1, 1);
    gates.connect(level, gates.or("majority", both, gates.and("with_middle", either, samples[2])));
    return level;
  }
}
