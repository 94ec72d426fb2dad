package io.hdlgen.canids.log;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Times of {@code candump}: {@code (1436509052.249713)}, with -t A {@code (2015-07-10 ...)}. */
final class CandumpTime {
  private static final long MICROSECONDS = 1_000_000;
  private static final long DAY_SECONDS = 86_400;

  private CandumpTime() {}

  /** The time in microseconds, since whenever it is counted. */
  static long parse(LineCursor line) throws MalformedLineException {
    line.expect('(');
    line.skipBlanks();
    int start = line.position();
    long timeUs = line.timeUs();
    if (line.peek() == '-') {
      line.back(start);
      timeUs = date(line);
    }
    line.expect(')');
    return timeUs;
  }

  private static long date(LineCursor line) throws MalformedLineException {
    int year = line.decimal();
    line.expect('-');
    int month = line.decimal();
    line.expect('-');
    int day = line.decimal();
    line.skipBlanks();
    int hour = line.decimal();
    line.expect(':');
    int minute = line.decimal();
    line.expect(':');
    long secondUs = line.timeUs();
    if (hour < 0 || minute < 0) {
      throw new MalformedLineException("no time of day", "hours, minutes and seconds");
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return (days * DAY_SECONDS + hour * 3600L + minute * 60L) * MICROSECONDS + secondUs;
    } catch (DateTimeException e) {
      throw new MalformedLineException("%d-%d-%d".formatted(year, month, day), "a date");
    }
  }
}
