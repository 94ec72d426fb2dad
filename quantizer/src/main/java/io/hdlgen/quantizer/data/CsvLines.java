package io.hdlgen.quantizer.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The records of a CSV file, one after the other; empty and blank lines are passed over. */
final class CsvLines implements Iterator<CsvLine> {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** In the order of preference where several give the same number of cells. */
  private static final char[] SEPARATORS = {'\t', ';', ','};

  private final String source;
  private final char separator;
  private final Iterator<CsvRecord> records;
  private long line;

  private CsvLines(String source, char separator, Iterator<CsvRecord> records) {
    this.source = source;
    this.separator = separator;
    this.records = records;
  }

  /** The records of a file, whose separator is found out. */
  static CsvLines of(InputFile file) throws IOException {
    if (startsWithMark(file.head())) {
      file.stream().skipNBytes(BYTE_ORDER_MARK.length);
    }
    Reader reader = new InputStreamReader(file.stream(), StandardCharsets.UTF_8.newDecoder());
    char separator = separator(new String(file.head(), StandardCharsets.UTF_8));
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(reader);
    Iterator<CsvRecord> filled = csv.stream().filter(record -> !isBlank(record)).iterator();
    return new CsvLines(file.name(), separator, filled);
  }

  /** What stands between cells. */
  char separator() {
    return separator;
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFieldCount() == 1 && record.getField(0).isBlank();
  }

  /** All records of a file. */
  static List<CsvLine> read(InputFile file) throws IOException {
    List<CsvLine> lines = new ArrayList<>();
    of(file).forEachRemaining(lines::add);
    if (lines.isEmpty()) {
      throw new InvalidInputException(file.name(), "no lines but empty ones", "text");
    }
    return lines;
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException wrong) {
      throw notCsv(wrong);
    }
  }

  @Override
  public CsvLine next() {
    try {
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      List<String> cells = new ArrayList<>(record.getFieldCount());
      for (int i = 0; i < record.getFieldCount(); i++) {
        cells.add(record.getField(i).strip());
      }
      return new CsvLine((int) line, cells);
    } catch (CsvParseException wrong) {
      throw notCsv(wrong);
    }
  }

  private InvalidInputException notCsv(CsvParseException wrong) {
    Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
    return new InvalidInputException(
        source + " behind line " + line,
        "text that is not CSV (" + cause.getMessage() + ")",
        "cells between separators, quotes in pairs",
        wrong);
  }

  private static boolean startsWithMark(byte[] head) {
    return head.length >= BYTE_ORDER_MARK.length
        && head[0] == BYTE_ORDER_MARK[0]
        && head[1] == BYTE_ORDER_MARK[1]
        && head[2] == BYTE_ORDER_MARK[2];
  }

  /**
   * The separator that the first two lines have equally often outside quotes; else the most
   * frequent of the first line.
   */
  private static char separator(String head) {
    List<String> lines = head.lines().filter(text -> !text.isBlank()).limit(2).toList();
    if (lines.isEmpty()) {
      return ',';
    }
    char best = ',';
    int most = 0;
    for (char separator : SEPARATORS) {
      int count = count(lines.get(0), separator);
      boolean alike = lines.size() == 1 || count(lines.get(1), separator) == count;
      if (count > 0 && alike) {
        return separator;
      }
      if (count > most) {
        best = separator;
        most = count;
      }
    }
    return best;
  }

  private static int count(String line, char separator) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      count += !quoted && line.charAt(i) == separator ? 1 : 0;
    }
    return count;
  }
}
