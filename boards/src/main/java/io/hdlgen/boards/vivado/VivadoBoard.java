package io.hdlgen.boards.vivado;

import io.hdlgen.boards.fpga.Fpga;
import java.util.Locale;
import java.util.Optional;

/**
 * A board with a device of AMD.
 *
 * @param name of the target
 * @param part such as {@code xc7z020clg400-1}
 * @param boardPart under which Vivado knows the board, if its files are installed
 * @param clockMhz of the oscillator at the port {@code clk_i}; without meaning beside a processor,
 *     which makes the clock
 * @param constraints in XDC, a constraint a line; those of the place of {@code clk_i} are used
 */
public record VivadoBoard(
    String name,
    String part,
    String boardPart,
    Processor processor,
    double clockMhz,
    String constraints) {
  private static final String CLOCK_PORT = "[get_ports clk_i]";
  private static final String PLACE = "PACKAGE_PIN";

  public VivadoBoard {
    if (processor == Processor.NONE && clockConstraints(constraints).isEmpty()) {
      throw new IllegalArgumentException(name + ": no " + PLACE + " for " + CLOCK_PORT);
    }
  }

  /**
   * A board that Vivado serves; none if it is handed over to no vendor.
   *
   * @param name of the target
   */
  public static Optional<VivadoBoard> of(String name, Fpga fpga) {
    return fpga.vendor()
        .map(
            vendor ->
                new VivadoBoard(
                    name,
                    fpga.part(),
                    vendor.boardPart(),
                    Processor.valueOf(vendor.processor().toUpperCase(Locale.ROOT)),
                    fpga.clockMhz(),
                    fpga.constraints()));
  }

  /** The lines that place the clock. */
  String clockConstraints() {
    return clockConstraints(constraints);
  }

  private static String clockConstraints(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .filter(line -> line.contains(PLACE) && line.contains(CLOCK_PORT))
        .forEach(line -> lines.append(line.strip()).append('\n'));
    return lines.toString();
  }
}
