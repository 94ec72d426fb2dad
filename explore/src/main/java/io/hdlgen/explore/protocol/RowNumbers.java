package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads numbers of rows, counted from 0, one a line. */
final class RowNumbers {
  private static final int LONGEST = 9;

  private RowNumbers() {}

  /**
   * The rows in the order of the file; blank lines are passed over.
   *
   * @param rows number of rows of the table
   * @throws InvalidInputException naming file and line
   */
  static int[] read(Path file, int rows) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "no readable text file", "numbers of rows, one a line", e);
    }
    int[] numbers = new int[lines.size()];
    int[] lineOf = new int[rows];
    int count = 0;
    for (int l = 0; l < lines.size(); l++) {
      String text = lines.get(l).strip();
      if (!text.isEmpty()) {
        int row = number(file + ":" + (l + 1), text, rows);
        if (lineOf[row] > 0) {
          throw new InvalidInputException(
              file + ":" + (l + 1), "row " + row + ", as in line " + lineOf[row], "each row once");
        }
        lineOf[row] = l + 1;
        numbers[count++] = row;
      }
    }
    if (count == 0 || count == rows) {
      throw new InvalidInputException(
          file.toString(),
          count + " of " + rows + " rows",
          "some of the rows, so that others are left to train on");
    }
    return Arrays.copyOf(numbers, count);
  }

  private static int number(String where, String text, int rows) {
    String expected = "the number of a row, 0 to " + (rows - 1);
    if (!text.matches("\\d{1," + LONGEST + "}")) {
      throw new InvalidInputException(where, "\"" + text + "\"", expected);
    }
    int row = Integer.parseInt(text);
    if (row >= rows) {
      throw new InvalidInputException(where, "row " + row, expected);
    }
    return row;
  }
}
