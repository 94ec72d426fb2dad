package io.hdlgen.hdl.folding;

/** Rows of characters, each of which stands for several cycles. */
final class TimelineRows {
  private static final int DIGITS = 10;

  private final long cycles;
  private final long perColumn;
  private final long[][][] busy;

  /**
   * @param cycles how many there are
   * @param most columns at most
   */
  TimelineRows(int rows, long cycles, int most) {
    this.cycles = cycles;
    perColumn = (cycles - 1) / most + 1;
    busy = new long[rows][(int) ((cycles - 1) / perColumn + 1)][DIGITS];
  }

  long cyclesPerColumn() {
    return perColumn;
  }

  /** Marks consecutive cycles as spent on an inference; those past the end are dropped. */
  void add(int row, long inference, long first, long count) {
    int digit = (int) ((inference + 1) % DIGITS);
    long end = Math.min(cycles, first + count);
    for (long at = first; at < end; ) {
      long next = Math.min(end, (at / perColumn + 1) * perColumn);
      busy[row][(int) (at / perColumn)][digit] += next - at;
      at = next;
    }
  }

  /** A row: in each column the digit of the inference that takes most of it; '.' if none does. */
  String marks(int row) {
    return text(row, false);
  }

  /** The same, but ':' where less than half of the column is taken. */
  String shares(int row) {
    return text(row, true);
  }

  private String text(int row, boolean shares) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < busy[row].length; column++) {
      long sum = 0;
      int most = 0;
      for (int digit = 0; digit < DIGITS; digit++) {
        sum += busy[row][column][digit];
        if (busy[row][column][digit] > busy[row][column][most]) {
          most = digit;
        }
      }
      boolean little = shares && 2 * sum < Math.min(perColumn, cycles - column * perColumn);
      text.append(sum == 0 ? '.' : little ? ':' : (char) ('0' + most));
    }
    return text.toString();
  }
}
