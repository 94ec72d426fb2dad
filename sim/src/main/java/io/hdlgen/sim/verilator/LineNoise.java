package io.hdlgen.sim.verilator;

/**
 * What goes wrong on a serial line, each as a share of the bytes that cross it, either way.
 *
 * @param flip one bit of the ten on the line is turned
 * @param drop the byte is lost
 * @param insert a byte of chance comes before it
 * @param glitch a pulse of up to a third of a bit
 * @param skew by how much our bits are longer than the board's, as a fraction
 */
public record LineNoise(double flip, double drop, double insert, double glitch, double skew) {
  /** A line without noise. */
  public static final LineNoise NONE = new LineNoise(0, 0, 0, 0, 0);

  public LineNoise {
    for (double share : new double[] {flip, drop, insert, glitch}) {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("a share of " + share);
      }
    }
  }

  /** All kinds alike, so that together they hit this share of the bytes. */
  public static LineNoise of(double share) {
    return new LineNoise(share / 4, share / 4, share / 4, share / 4, 0);
  }
}
