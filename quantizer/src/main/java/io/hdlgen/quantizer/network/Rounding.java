package io.hdlgen.quantizer.network;

/**
 * How a real number becomes an integer. The names are QONNX's {@code rounding_mode}s.
 *
 * <p>Every mode leaves integers as they are and is monotone, so clamping to integer bounds before
 * or after it gives the same result.
 */
public enum Rounding {
  /** To the nearest; ties to the even neighbour. QONNX {@code ROUND}. */
  HALF_EVEN,
  /** Towards minus infinity. */
  FLOOR,
  /** Towards plus infinity. */
  CEIL,
  /** Away from zero. */
  UP,
  /** Towards zero. */
  DOWN,
  /** To the nearest; ties away from zero. */
  HALF_UP,
  /** To the nearest; ties towards zero. */
  HALF_DOWN;

  /** The integer, as a double, that {@code x} becomes. Infinities and NaN stay what they are. */
  public double apply(double x) {
    return switch (this) {
      case HALF_EVEN -> Math.rint(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case UP -> Math.copySign(Math.ceil(Math.abs(x)), x);
      case DOWN -> Math.copySign(Math.floor(Math.abs(x)), x);
      case HALF_UP -> Math.copySign(nearest(Math.abs(x), true), x);
      case HALF_DOWN -> Math.copySign(nearest(Math.abs(x), false), x);
    };
  }

  /** {@code floor(x + 0.5)} or {@code ceil(x - 0.5)}, without the error that the sum can make. */
  private static double nearest(double x, boolean tieUp) {
    double floor = Math.floor(x);
    double fraction = x - floor;
    return fraction > 0.5 || (tieUp && fraction == 0.5) ? floor + 1 : floor;
  }
}
