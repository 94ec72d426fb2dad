package io.hdlgen.boards.fpga;

import java.util.Optional;

/**
 * An FPGA on a board.
 *
 * @param family decides over the tools
 * @param part the manufacturer's name
 * @param device what the place-and-route tool calls it
 * @param packaging what the place-and-route tool calls its package
 * @param capacity what it has
 * @param clockMhz the board's oscillator
 * @param serial how a computer reaches it, if the board has a serial line
 * @param vendor facts for the vendor's tool, if one is handed over to
 * @param programmer command that configures the board, without the file; empty if none is known
 * @param constraints text of the constraints file, which names the ports of the board's top
 */
public record Fpga(
    Family family,
    String part,
    String device,
    String packaging,
    Capacity capacity,
    double clockMhz,
    Optional<SerialBoard> serial,
    Optional<VendorBoard> vendor,
    String programmer,
    String constraints) {

  /**
   * What a board's top needs to know.
   *
   * @param baud bits a second on the serial line
   * @param leds that show the class
   * @param ledsLow whether a LED shines at 0
   */
  public record SerialBoard(int baud, int leds, boolean ledsLow) {}

  /**
   * What a vendor's project needs to know.
   *
   * @param boardPart the vendor's name of the board; empty if it has none
   * @param processor beside the logic: {@code none}, {@code zynq7} or {@code zynqmp}
   */
  public record VendorBoard(String boardPart, String processor) {}
}
