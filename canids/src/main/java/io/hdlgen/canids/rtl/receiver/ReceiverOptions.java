package io.hdlgen.canids.rtl.receiver;

/**
 * What a receiver is made for.
 *
 * @param timing the parts of a bit
 * @param clockMhz frequency of the clock, for the time in microseconds; 1 to 1000
 * @param timeBits bits of that time, 8 to 64
 */
public record ReceiverOptions(BitTiming timing, int clockMhz, int timeBits) {
  /** Enough for more than an hour. */
  public static final int TIME_BITS = 32;

  public ReceiverOptions {
    if (clockMhz < 1 || clockMhz > 1000) {
      throw new IllegalArgumentException("a clock of %d MHz".formatted(clockMhz));
    }
    if (timeBits < 8 || timeBits > 64) {
      throw new IllegalArgumentException("a time of %d bits".formatted(timeBits));
    }
  }

  /**
   * The usual receiver.
   *
   * @throws IllegalArgumentException if a bit is no whole number of clocks
   */
  public static ReceiverOptions of(int clockMhz, int bitsPerSecond) {
    long hertz = clockMhz * 1_000_000L;
    if (bitsPerSecond < 1 || hertz % bitsPerSecond != 0) {
      throw new IllegalArgumentException(
          "%d bit/s at %d MHz: no whole number of clocks a bit".formatted(bitsPerSecond, clockMhz));
    }
    int clocks = (int) Math.min(Integer.MAX_VALUE, hertz / bitsPerSecond);
    return new ReceiverOptions(BitTiming.of(clocks), clockMhz, TIME_BITS);
  }
}
