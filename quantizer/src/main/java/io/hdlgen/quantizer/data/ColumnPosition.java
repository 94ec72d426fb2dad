package io.hdlgen.quantizer.data;

import java.util.OptionalInt;

/** A column named by a number: counted from 0, or from the end if negative. */
final class ColumnPosition {
  private ColumnPosition() {}

  /** The column among {@code columns}, counted from 0; empty if it is no number or out of range. */
  static OptionalInt of(String text, int columns) {
    if (!text.matches("-?\\d{1,9}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    int column = text.startsWith("-") ? columns + number : number;
    return column >= 0 && column < columns ? OptionalInt.of(column) : OptionalInt.empty();
  }
}
