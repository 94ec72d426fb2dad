package io.hdlgen.quantizer.train.compute;

/**
 * A matrix of floats that its users share, each row an array of its own: a loop that indexes all
 * arrays by its variable alone is one that Java virtual machines compile to vector instructions.
 */
public final class Matrix {
  private final float[][] rows;
  private final int columns;

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(new float[rows][columns], columns);
  }

  /**
   * A matrix of numbers given row by row.
   *
   * @param values {@code [rows * columns]}; copied
   */
  public Matrix(int rows, int columns, float[] values) {
    this(rows, columns);
    fill(values);
  }

  private Matrix(float[][] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** The rows {@code which[from .. to - 1]} of this matrix, shared with it. */
  public Matrix select(int[] which, int from, int to) {
    float[][] selected = new float[to - from][];
    for (int r = from; r < to; r++) {
      selected[r - from] = rows[which[r]];
    }
    return new Matrix(selected, columns);
  }

  public int rows() {
    return rows.length;
  }

  public int columns() {
    return columns;
  }

  /** A row, {@code [columns]}; what is written there is written to the matrix. */
  public float[] row(int row) {
    return rows[row];
  }

  public float get(int row, int column) {
    return rows[row][column];
  }

  public void set(int row, int column, float value) {
    rows[row][column] = value;
  }

  /** A copy of all numbers, row by row. */
  public float[] toArray() {
    float[] values = new float[Math.multiplyExact(rows.length, columns)];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, values, r * columns, columns);
    }
    return values;
  }

  /**
   * Sets all numbers.
   *
   * @param values row by row; copied
   */
  public void fill(float[] values) {
    if (values.length != rows.length * columns) {
      throw new IllegalArgumentException(
          values.length + " values for " + rows.length + " x " + columns);
    }
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(values, r * columns, rows[r], 0, columns);
    }
  }
}
