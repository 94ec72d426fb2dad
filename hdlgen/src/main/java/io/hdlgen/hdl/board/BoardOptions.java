package io.hdlgen.hdl.board;

import io.hdlgen.quantizer.error.InvalidInputException;

/**
 * What differs from board to board.
 *
 * @param clockHz frequency of {@code clk_i}
 * @param baud bits a second on the serial line
 * @param reset the pin that resets, if there is one
 * @param leds light emitting diodes that show the class, 0 to 32
 * @param activeLowLeds whether a diode is lit by a 0
 * @param identity what tells the design from others: 16 hexadecimal digits
 */
public record BoardOptions(
    long clockHz, int baud, Reset reset, int leds, boolean activeLowLeds, String identity) {
  /** Cycles a bit in which the shortest pause between bytes leaves time for the check. */
  private static final int MIN_CYCLES = 12;

  private static final int MAX_CYCLES = 1 << 16;
  private static final double MAX_ERROR = 0.02;

  /** How a board resets. */
  public enum Reset {
    /** After configuration alone. */
    NONE,
    /** Also while the pin {@code rst_i} is high. */
    ACTIVE_HIGH,
    /** Also while the pin {@code rst_ni} is low. */
    ACTIVE_LOW
  }

  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException if the clock cannot give the rate within 2 %
   */
  public BoardOptions {
    if (baud < 1) {
      throw new InvalidInputException("baud", String.valueOf(baud), "at least 1");
    }
    long cycles = (clockHz + baud / 2) / baud;
    double error = Math.abs(clockHz / (double) baud / cycles - 1);
    if (cycles < MIN_CYCLES || cycles > MAX_CYCLES || error > MAX_ERROR) {
      throw new InvalidInputException(
          "baud",
          "%d at a clock of %d Hz".formatted(baud, clockHz),
          "%d to %d clock cycles a bit, within 2 %%".formatted(MIN_CYCLES, MAX_CYCLES));
    }
    if (leds < 0 || leds > 32) {
      throw new InvalidInputException("leds", String.valueOf(leds), "0 to 32");
    }
    if (!identity.matches("[0-9a-f]{16}")) {
      throw new InvalidInputException("identity", identity, "16 hexadecimal digits");
    }
  }

  /** Clock cycles a bit. */
  public int cyclesPerBit() {
    return Math.toIntExact((clockHz + baud / 2) / baud);
  }
}
