package io.hdlgen.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines of text: the first column flush left, the others flush right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row, as long as the others. */
  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** One line a row, without blanks at the end. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        String cell = row.get(c);
        String padding = " ".repeat(width(c) - length(cell));
        line.append(c == 0 ? cell + padding : GAP + padding + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
