package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.hdl.cost.CostModel;
import java.util.Optional;

/**
 * What a design can be made for.
 *
 * @param name the folder's name: lower-case letters, digits, hyphens and underscores
 * @param description one line for people
 * @param costModel delays, for pipelining and estimates
 * @param technology what it is made of
 */
public record Target(String name, String description, CostModel costModel, Technology technology) {
  private static final double USUAL_CLOCK_MHZ = 100;

  public Target {
    if (!name.matches("[a-z][a-z0-9_-]*")) {
      throw new IllegalArgumentException("target name " + name);
    }
    if (description.isBlank() || description.contains("\n")) {
      throw new IllegalArgumentException("target " + name + ": description is not one line");
    }
  }

  /** The clock of designs that ask for none: that of the board, or 100 MHz. */
  public double clockMhz() {
    return fpga().map(Fpga::clockMhz).orElse(USUAL_CLOCK_MHZ);
  }

  /** The FPGA, of a board. */
  public Optional<Fpga> fpga() {
    return technology instanceof Technology.Board board
        ? Optional.of(board.fpga())
        : Optional.empty();
  }

  /** The cells and converters, of a printed technology. */
  public Optional<PrintedTechnology> printed() {
    return technology instanceof Technology.Printed printed
        ? Optional.of(printed.technology())
        : Optional.empty();
  }
}
