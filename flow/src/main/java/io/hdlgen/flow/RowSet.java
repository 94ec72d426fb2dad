package io.hdlgen.flow;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The different rows of a table. */
final class RowSet {
  private final Set<Row> rows = new HashSet<>();

  RowSet(double[][] table) {
    for (double[] row : table) {
      rows.add(new Row(row));
    }
  }

  int size() {
    return rows.size();
  }

  /** Equal where all numbers are the same; the two zeros are not. */
  private record Row(double[] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
