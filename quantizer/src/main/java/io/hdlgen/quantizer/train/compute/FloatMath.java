package io.hdlgen.quantizer.train.compute;

/** Functions of floats that give the same bits on every machine, faster than {@code StrictMath}. */
public final class FloatMath {
  private static final float LOG2_E = 1.44269504f;
  private static final float LN_2_HIGH = 0.693359375f;
  private static final float LN_2_LOW = -2.12194440e-4f;
  private static final float TO_INTEGER = 0x1.8p23f;

  /** The greatest float below one half. */
  private static final float BELOW_HALF = 0x1.fffffep-2f;

  private FloatMath() {}

  /** The nearest integer, the even one on a tie, of {@code |x| < 2^22}. */
  public static float rint(float x) {
    return (x + TO_INTEGER) - TO_INTEGER;
  }

  /** The nearest integer, the greater in magnitude on a tie, of {@code |x| < 2^22}. */
  public static float round(float x) {
    return roundUp(Math.max(0, x)) - roundUp(Math.max(0, -x));
  }

  /** Of {@code x >= 0}. */
  private static float roundUp(float x) {
    float even = rint(x);
    return even + Math.max(0, x - even - BELOW_HALF) * (1 / (0.5f - BELOW_HALF));
  }

  /**
   * 0 for {@code x <= 0}, 1 for {@code x >= 2^-100}: the unit step, which unlike a comparison
   * compiles to vector instructions.
   */
  public static float unitStep(float x) {
    return Math.min(1, Math.max(0, x) * 0x1p100f);
  }

  /** {@code e^x} to about 2 units in the last place; {@code x} is cut to -87 .. 88. */
  public static float exp(float x) {
    float y = Math.max(-87f, Math.min(88f, x));
    float n = rint(y * LOG2_E);
    float r = (y - n * LN_2_HIGH) - n * LN_2_LOW;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    float e = p * (r * r) + r + 1;
    return e * Float.intBitsToFloat(((int) n + 127) << 23);
  }
}
