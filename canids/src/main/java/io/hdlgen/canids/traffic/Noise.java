package io.hdlgen.canids.traffic;

/**
 * Random numbers that are the same in every version of Java: SplitMix64 (Steele, Lea and Flood,
 * Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
 */
final class Noise {
  private static final long STEP = 0x9e37_79b9_7f4a_7c15L;
  private static final double MANTISSA_STEP = 0x1p-53;

  /** Standard deviation of a sum of four uniform numbers of 16 bits, and twice their mean. */
  private static final double SUM_DEVIATION = 37_837.2;

  private static final int SUM_MEAN = 2 * 0xffff;

  private long state;

  Noise(long seed) {
    state = seed;
  }

  /** Another stream of numbers, which depends on this one's seed alone. */
  Noise split(long number) {
    return new Noise(mix(state ^ mix(number + 1)));
  }

  long bits() {
    state += STEP;
    return mix(state);
  }

  /** A number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) ((bits() >>> 32) * bound >>> 32);
  }

  /** A number from 0 to 1, 1 exclusive. */
  double uniform() {
    return (bits() >>> 11) * MANTISSA_STEP;
  }

  /** A number between these two. */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** About normal, mean 0 and deviation 1, and never beyond 3.5. */
  double normal() {
    long bits = bits();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum - SUM_MEAN) / SUM_DEVIATION;
  }

  /** Exponential, mean 1. */
  double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ mixed >>> 31;
  }
}
