package io.hdlgen.boards.printed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads our own table of a technology: a properties file with {@code supplyVolts}, {@code cells}
 * (names in order), for each cell {@code NAME.function}, {@code .inputs}, {@code .areaUm2}, {@code
 * .staticNw} (one number, or one a state: the first input is the lowest bit), {@code
 * .capacitancePf} (one an input), {@code .riseNs}, {@code .fallNs} (intrinsic, and a picofarad) and
 * {@code .energyPj}; and {@code comparatorCm2}, {@code comparatorMw} where there are converters.
 */
public final class CellTable {
  private static final String OUTPUT = "Y";
  private static final double CM2_A_UM2 = 1e-8;
  private static final double MW_A_NW = 1e-6;

  private final String name;
  private final Properties properties = new Properties();
  private final Set<String> unread;

  private CellTable(String name, String text) {
    this.name = name;
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    unread = new TreeSet<>(properties.stringPropertyNames());
  }

  /**
   * @param name of the technology
   * @throws IllegalStateException if the table is not in order
   */
  public static PrintedTechnology read(String name, String text) {
    return new CellTable(name, text).technology();
  }

  private PrintedTechnology technology() {
    double volts = numbers("supplyVolts", 1).get(0);
    List<Cell> cells = new ArrayList<>();
    for (String cell : words("cells")) {
      cells.add(cell(cell));
    }
    CellLibrary library = new CellLibrary(name, volts, cells, new TreeMap<>());
    Optional<FrontEnd> frontEnd = Optional.empty();
    if (properties.containsKey("comparatorCm2")) {
      Cell or =
          library
              .smallest("a+b", List.of("a", "b"))
              .orElseThrow(() -> wrong("cells", "has no OR gate for the converters"));
      frontEnd =
          Optional.of(
              new FrontEnd(
                  numbers("comparatorCm2", 1).get(0),
                  numbers("comparatorMw", 1).get(0),
                  or.areaUm2() * CM2_A_UM2,
                  or.meanStaticNw() * MW_A_NW));
    }
    if (!unread.isEmpty()) {
      throw wrong(String.join(", ", unread), "is unknown");
    }
    return new PrintedTechnology(library, frontEnd);
  }

  private Cell cell(String cell) {
    List<String> inputs = words(cell + ".inputs");
    LogicFunction function;
    try {
      function = LogicFunction.parse(text(cell + ".function"), inputs);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + ": " + cell + ".function: " + e.getMessage(), e);
    }
    List<Double> power = numbers(cell + ".staticNw", 0);
    if (power.size() == 1) {
      power = Collections.nCopies(function.states(), power.get(0));
    }
    List<Double> capacitances = numbers(cell + ".capacitancePf", inputs.size());
    List<Cell.Pin> pins = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      pins.add(new Cell.Pin(inputs.get(i), capacitances.get(i)));
    }
    return new Cell(
        cell,
        numbers(cell + ".areaUm2", 1).get(0),
        pins,
        OUTPUT,
        function,
        power,
        delay(cell + ".riseNs"),
        delay(cell + ".fallNs"),
        numbers(cell + ".energyPj", 1).get(0));
  }

  private Cell.Delay delay(String key) {
    List<Double> line = numbers(key, 2);
    return new Cell.Delay(line.get(0), line.get(1));
  }

  private List<String> words(String key) {
    return Arrays.asList(text(key).split("\\s+"));
  }

  /**
   * @param count how many numbers there must be; 0: any
   */
  private List<Double> numbers(String key, int count) {
    List<Double> numbers = new ArrayList<>();
    for (String word : words(key)) {
      try {
        numbers.add(Double.valueOf(word));
      } catch (NumberFormatException e) {
        throw new IllegalStateException(name + ": " + key + ": " + word + " is no number", e);
      }
    }
    if (count > 0 && numbers.size() != count) {
      throw wrong(key, "is not " + count + " numbers");
    }
    return numbers;
  }

  private String text(String key) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw wrong(key, "is missing");
    }
    unread.remove(key);
    return text.strip();
  }

  private IllegalStateException wrong(String key, String problem) {
    return new IllegalStateException(name + ": " + key + " " + problem);
  }
}
