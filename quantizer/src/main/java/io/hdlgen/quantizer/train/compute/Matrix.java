package io.hdlgen.quantizer.train.compute;

/**
 * A matrix of floats, row by row in one array that its users share.
 *
 * @param values {@code [rows * columns]}
 */
public record Matrix(int rows, int columns, float[] values) {
  public Matrix {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
  }

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  public float get(int row, int column) {
    return values[row * columns + column];
  }

  public void set(int row, int column, float value) {
    values[row * columns + column] = value;
  }
}
