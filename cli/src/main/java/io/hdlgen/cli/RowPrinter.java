package io.hdlgen.cli;

import io.hdlgen.flow.BoardRow;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what a board says, row by row, as it comes. */
final class RowPrinter {
  private final PrintWriter out;
  private final boolean live;

  RowPrinter(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  void print(BoardRow row) {
    if (live) {
      out.println(line(row));
    } else {
      if (row.row() == 0) {
        out.println(header(row));
      }
      out.println(csv(row));
    }
    out.flush();
  }

  private static String line(BoardRow row) {
    return String.format(
            Locale.ROOT,
            "row %6d  %-16s %s%s",
            row.row(),
            row.className().isEmpty() ? row.scores() : row.className(),
            row.right() ? "as the reference" : "NOT as the reference",
            row.attempts() > 1 ? ", sent " + row.attempts() + " times" : "")
        .stripTrailing();
  }

  private static String header(BoardRow row) {
    StringBuilder line = new StringBuilder("class");
    for (int k = 0; k < row.scores().size(); k++) {
      line.append(",score_").append(k);
    }
    return line.toString();
  }

  private static String csv(BoardRow row) {
    StringBuilder line = new StringBuilder(PredictCommand.quoted(row.className()));
    for (int k = 0; k < row.scores().size(); k++) {
      line.append(',').append(row.scores().get(k));
    }
    return line.toString();
  }
}
