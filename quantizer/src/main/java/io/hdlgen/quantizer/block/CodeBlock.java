package io.hdlgen.quantizer.block;

/**
 * Up to {@link #ROWS} rows of codes, column by column. To be filled, evaluated and filled again.
 */
public final class CodeBlock {
  /** Most rows of a block. */
  public static final int ROWS = 512;

  private final short[][] columns;
  private int rows;

  /** An empty block. */
  public CodeBlock(int features) {
    this.columns = new short[features][ROWS];
  }

  /** Rows that are there. */
  public int rows() {
    return rows;
  }

  /** Whether there is no room for another row. */
  public boolean isFull() {
    return rows == ROWS;
  }

  /** Makes room for other rows. */
  public void clear() {
    rows = 0;
  }

  /**
   * Adds a row.
   *
   * @param codes {@code [features]}, each in the range of its feature, which is not checked, and of
   *     {@code short}
   * @throws IndexOutOfBoundsException if the block is full
   */
  public void add(int[] codes) {
    int row = rows;
    for (int i = 0; i < columns.length; i++) {
      columns[i][row] = (short) codes[i];
    }
    rows++;
  }

  /** {@code [features][ROWS]}. */
  short[][] columns() {
    return columns;
  }

  /** The codes of a row, {@code [features]}. */
  long[] row(int row) {
    long[] codes = new long[columns.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = columns[i][row];
    }
    return codes;
  }
}
