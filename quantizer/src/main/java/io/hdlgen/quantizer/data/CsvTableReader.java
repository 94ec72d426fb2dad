package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a CSV table, line by line. */
final class CsvTableReader {
  private static final int SHOWN = 40;

  private static final String DECIMAL_COMMA = "[-+]?\\d+,\\d+";
  private static final String DECIMALS = "; if decimals are written with a comma, write a point";

  /** So many numbers 0, 1, 2, ... in a row are no measurement. */
  private static final int MIN_COUNTED = 4;

  private final InputFile file;
  private final ReadOptions options;
  private final List<double[]> rows = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private int[] lines = new int[1024];
  private CsvColumns columns;
  private char separator;

  CsvTableReader(InputFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  Dataset read() throws IOException {
    CsvLines records = CsvLines.of(file);
    separator = records.separator();
    if (!records.hasNext()) {
      throw new InvalidInputException(file.name(), "no lines but empty ones", "a table");
    }
    CsvLine first = records.next();
    CsvLine second = records.hasNext() ? records.next() : null;
    boolean header = options.header().orElseGet(() -> isHeader(first, second));
    columns = CsvColumns.of(file.name(), first, header, options);
    if (!header) {
      add(first);
    }
    if (second != null) {
      add(second);
    }
    while (records.hasNext()) {
      add(records.next());
    }
    if (rows.isEmpty()) {
      throw new InvalidInputException(
          file.name(), "a row of names and no other", "at least one row of values");
    }
    return new Dataset(
        file.name(),
        columns.featureNames(),
        rows.toArray(new double[0][]),
        labels,
        columns.labelName(),
        IgnoredColumns.texts(columns.features(), columns.names()),
        Arrays.copyOf(lines, rows.size()));
  }

  /**
   * Whether the first row holds names: a column has text above a number there, or the first row
   * holds no number at all, or none but those of its columns. Text in both rows of a column, such
   * as labels, says nothing.
   */
  private static boolean isHeader(CsvLine first, CsvLine second) {
    boolean anyNumber = false;
    for (int c = 0; c < first.cells().size(); c++) {
      boolean number = isNumber(first.cells().get(c));
      anyNumber |= number;
      boolean below =
          second != null && c < second.cells().size() && isNumber(second.cells().get(c));
      if (!number && !first.cells().get(c).isEmpty() && below) {
        return true;
      }
    }
    return !anyNumber || countsColumns(first);
  }

  /** Whether all numbers are 0, 1, 2 and so on, as pandas calls columns without names. */
  private static boolean countsColumns(CsvLine line) {
    List<String> numbers = line.cells().stream().filter(CsvTableReader::isNumber).toList();
    return numbers.size() >= MIN_COUNTED
        && IntStream.range(0, numbers.size())
            .allMatch(i -> numbers.get(i).equals(Integer.toString(i)));
  }

  private void add(CsvLine line) {
    int width = line.cells().size();
    if (width != columns.width()) {
      throw new InvalidInputException(
          file.name() + ":" + line.number(),
          width + " cells",
          columns.width() + ", as in the first row" + (mayBeDecimals(line) ? DECIMALS : ""));
    }
    if ((rows.size() + 1L) * columns.features().length > DatasetReader.MAX_VALUES) {
      throw new InvalidInputException(
          file.name() + ":" + line.number(),
          "more than " + DatasetReader.MAX_VALUES + " values",
          "a smaller table");
    }
    double[] row = new double[columns.features().length];
    for (int i = 0; i < row.length; i++) {
      row[i] = number(line, columns.features()[i]);
    }
    if (columns.label() >= 0) {
      String label = line.cells().get(columns.label());
      if (label.isEmpty()) {
        throw wrongCell(line, columns.label(), "a label");
      }
      labels.add(label);
    }
    if (rows.size() == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lines.length);
    }
    lines[rows.size()] = line.number();
    rows.add(row);
  }

  /** Whether a row has more cells than the first because commas separate decimals as well. */
  private boolean mayBeDecimals(CsvLine line) {
    return separator == ',' && line.cells().size() > columns.width();
  }

  private double number(CsvLine line, int column) {
    String cell = line.cells().get(column);
    if (cell.matches(DECIMAL_COMMA)) {
      throw wrongCell(
          line, column, "a decimal point instead of the comma: " + cell.replace(',', '.'));
    }
    if (!isNumber(cell)) {
      throw wrongCell(line, column, "a number" + (cell.isEmpty() ? "" : hint(column)));
    }
    double value = Double.parseDouble(cell);
    if (!Double.isFinite(value)) {
      throw wrongCell(line, column, "a number within the range of a double");
    }
    return value;
  }

  private String hint(int column) {
    String name = IgnoredColumns.texts(new int[] {column}, columns.names()).get(0);
    boolean mayBeLabels = rows.isEmpty() && options.label().isEmpty();
    return "; --ignore "
        + name
        + " leaves the column out"
        + (mayBeLabels ? "; if the labels are in it, --label " + name : "");
  }

  private InvalidInputException wrongCell(CsvLine line, int column, String expected) {
    String cell = line.cells().get(column);
    String shown = cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "...";
    return new InvalidInputException(
        file.name() + ":" + line.number() + ", column " + columns.name(column),
        cell.isEmpty() ? "an empty cell" : "\"" + shown + "\"",
        expected);
  }

  /** Whether a text is a decimal number; "nan" and "inf" are none. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException notOne) {
      return false;
    }
  }
}
