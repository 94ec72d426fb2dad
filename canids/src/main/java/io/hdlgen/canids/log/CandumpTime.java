package io.hdlgen.canids.log;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Times of {@code candump}: {@code (1436509052.249713)}, with -t A {@code (2015-07-10 ...)}. */
final class CandumpTime {
  private static final long MICROSECONDS = 1_000_000;
  private static final long DAY_SECONDS = 86_400;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;
  private static final int MINUTE_SECONDS = 60;

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
    boolean isTime =
        0 <= hour
            && hour < 24
            && 0 <= minute
            && minute < 60
            && secondUs <= MINUTE_SECONDS * MICROSECONDS;
    if (!isTime) {
      throw new MalformedLineException("no time of day", "hours, minutes and seconds");
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new MalformedLineException("the year " + year, FIRST_YEAR + " to " + LAST_YEAR);
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return (days * DAY_SECONDS + hour * 3600L + minute * 60L) * MICROSECONDS + secondUs;
    } catch (DateTimeException e) {
      throw new MalformedLineException("%d-%d-%d".formatted(year, month, day), "a date");
    }
  }
}
