package io.hdlgen.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers on the command line, and says how they are written where something else is. */
final class OptionNumbers {
  private static final String DECIMAL_COMMA = "[-+]?\\d*,\\d+";

  private OptionNumbers() {}

  /** Has the commands read their numbers so. */
  static CommandLine register(CommandLine commands) {
    return commands
        .registerConverter(Double.class, new Converter<>(OptionNumbers::number))
        .registerConverter(double.class, new Converter<>(OptionNumbers::number))
        .registerConverter(Integer.class, new Converter<>(text -> whole(text, Integer::valueOf)))
        .registerConverter(int.class, new Converter<>(text -> whole(text, Integer::valueOf)))
        .registerConverter(Long.class, new Converter<>(text -> whole(text, Long::valueOf)))
        .registerConverter(long.class, new Converter<>(text -> whole(text, Long::valueOf)));
  }

  /**
   * A class of its own: with a lambda that is a picocli interface, of an old class version, Java 17
   * crashes when it archives classes for a fast start.
   */
  private static final class Converter<N> implements ITypeConverter<N> {
    private final Function<String, N> reader;

    Converter(Function<String, N> reader) {
      this.reader = reader;
    }

    @Override
    public N convert(String text) {
      return reader.apply(text);
    }
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
