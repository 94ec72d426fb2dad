package io.hdlgen.boards.printed;

import java.util.List;
import java.util.Map;

/** Cells with round numbers. */
final class SmallLibrary {
  static final Cell INV =
      new Cell(
          "INV",
          1_000_000,
          List.of(new Cell.Pin("A", 4)),
          "Y",
          LogicFunction.parse("!A", List.of("A")),
          List.of(10.0, 1000.0),
          new Cell.Delay(100, 10),
          new Cell.Delay(20, 1),
          8);

  static final Cell NAND =
      new Cell(
          "NAND",
          2_000_000,
          List.of(new Cell.Pin("A1", 2), new Cell.Pin("A2", 3)),
          "Y",
          LogicFunction.parse("!(A1*A2)", List.of("A1", "A2")),
          List.of(1.0, 2.0, 3.0, 4000.0),
          new Cell.Delay(200, 5),
          new Cell.Delay(50, 2),
          16);

  static final Cell XOR =
      new Cell(
          "XOR",
          5_000_000,
          List.of(new Cell.Pin("A1", 6), new Cell.Pin("A2", 6)),
          "Y",
          LogicFunction.parse("A1^A2", List.of("A1", "A2")),
          List.of(5.0, 6.0, 7.0, 8.0),
          new Cell.Delay(1000, 1),
          new Cell.Delay(900, 1),
          32);

  static final CellLibrary LIBRARY =
      new CellLibrary("small", 2.0, List.of(INV, NAND, XOR), Map.of("DLATCH", "a latch"));

  private SmallLibrary() {}
}
