package io.hdlgen.explore.search;

/**
 * How rows are prepared to learn from.
 *
 * @param bits as {@link Recipe#bits}
 * @param noise as {@link Recipe#noise}
 * @param trim as {@link Recipe#trim}
 * @param teacher as {@link Recipe#teacher}
 */
public record Preparation(int bits, double noise, double trim, double teacher) {
  /** The rows as they are. */
  public static Preparation plain(int bits) {
    return new Preparation(bits, 0, 0, 0);
  }
}
