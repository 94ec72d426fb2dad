package io.hdlgen.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers on the command line, and says how they are written where something else is. */
final class OptionNumbers {
  private static final String DECIMAL_COMMA = "[-+]?\\d*,\\d+";

  private OptionNumbers() {}

  /** Has the commands read their numbers so. */
  static CommandLine register(CommandLine commands) {
    return commands
        .registerConverter(Double.class, OptionNumbers::number)
        .registerConverter(double.class, OptionNumbers::number)
        .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
        .registerConverter(int.class, text -> whole(text, Integer::valueOf))
        .registerConverter(Long.class, text -> whole(text, Long::valueOf))
        .registerConverter(long.class, text -> whole(text, Long::valueOf));
  }

  private static Double number(String text) {
    String example = text.matches(DECIMAL_COMMA) ? text.replace(',', '.') : "0.03";
    return of(text, Double::valueOf, "a number; decimals have a point, as in " + example);
  }

  private static <N> N whole(String text, Function<String, N> read) {
    return of(
        text,
        read,
        text.matches("[-+]?\\d+") ? "within range: it has too many digits" : "a whole number");
  }

  private static <N> N of(String text, Function<String, N> read, String expected) {
    try {
      return read.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' is not %s".formatted(text, expected));
    }
  }
}
