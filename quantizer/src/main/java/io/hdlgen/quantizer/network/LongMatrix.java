package io.hdlgen.quantizer.network;

import java.util.ArrayList;
import java.util.List;

/** An immutable matrix of integers {@code [rows][columns]}, equal by content. */
public final class LongMatrix {
  private final List<LongVector> rows;
  private final int columns;

  private LongMatrix(List<LongVector> rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A matrix of these rows.
   *
   * @param columns the length of every row; tells the shape of a matrix without rows
   * @throws IllegalArgumentException if a row has another length
   */
  public static LongMatrix ofRows(List<LongVector> rows, int columns) {
    for (LongVector row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " values in a matrix of " + columns + " columns");
      }
    }
    return new LongMatrix(List.copyOf(rows), columns);
  }

  /** A copy of {@code values[rows][columns]}, which has at least one row. */
  public static LongMatrix of(long[][] values) {
    List<LongVector> rows = new ArrayList<>(values.length);
    for (long[] row : values) {
      rows.add(LongVector.of(row));
    }
    return ofRows(rows, values[0].length);
  }

  public int rows() {
    return rows.size();
  }

  public int columns() {
    return columns;
  }

  public LongVector row(int row) {
    return rows.get(row);
  }

  public long get(int row, int column) {
    return rows.get(row).get(column);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LongMatrix that && columns == that.columns && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return 31 * columns + rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
