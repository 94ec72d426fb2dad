package io.hdlgen.canids.design;

import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Locale;

/**
 * The clock of a detector that listens to a bus.
 *
 * @param clockMhz of receiver and detector, a whole number
 * @param bitRate of the bus, in bit/s
 */
public record BusClock(int clockMhz, int bitRate) {
  /** Sixteen clocks for a bit of 1 Mb/s. */
  public static final BusClock USUAL = new BusClock(16, 1_000_000);

  static final int MOST_MHZ = 1000;
  static final int MOST_BIT_RATE = 1_000_000;
  static final int LEAST_BIT_RATE = 10_000;

  private static final int HERTZ = 1_000_000;

  /**
   * Checks.
   *
   * @throws InvalidInputException if a bit is no whole number of clocks, or too few or many
   */
  public BusClock {
    if (clockMhz < 1 || clockMhz > MOST_MHZ) {
      throw new InvalidInputException("--clock-mhz", "" + clockMhz, "1 to " + MOST_MHZ);
    }
    if (bitRate < LEAST_BIT_RATE || bitRate > MOST_BIT_RATE) {
      throw new InvalidInputException(
          "--bit-rate", "" + bitRate, LEAST_BIT_RATE + " to " + MOST_BIT_RATE + " bit/s");
    }
    long hertz = (long) clockMhz * HERTZ;
    long clocks = hertz / bitRate;
    if (hertz % bitRate != 0
        || clocks < DetectorOptions.LEAST_CLOCKS_PER_BIT
        || clocks > DetectorOptions.MOST_CLOCKS_PER_BIT) {
      throw new InvalidInputException(
          "--clock-mhz " + clockMhz + " and --bit-rate " + bitRate,
          String.format(Locale.ROOT, "%.4g clocks a bit", hertz / (double) bitRate),
          "a whole number of them, %d to %d"
              .formatted(
                  DetectorOptions.LEAST_CLOCKS_PER_BIT, DetectorOptions.MOST_CLOCKS_PER_BIT));
    }
  }

  /** Clocks of a bit. */
  public int clocksPerBit() {
    return (int) ((long) clockMhz * HERTZ / bitRate);
  }

  ReceiverOptions receiver() {
    return ReceiverOptions.of(clockMhz, bitRate);
  }
}
