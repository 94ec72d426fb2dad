package io.hdlgen.boards.printed;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units of a Liberty file, as factors to ours.
 *
 * @param nanowatts of a leakage power
 * @param picofarads of a capacitance
 * @param nanoseconds of a time
 * @param volts the nominal supply
 * @param where the file, for messages
 */
record LibertyUnits(
    double nanowatts, double picofarads, double nanoseconds, double volts, String where) {
  private static final Pattern QUANTITY = Pattern.compile("([0-9.eE+]+)\\s*([munpfk]?)[a-z]+");
  private static final Map<String, Double> PREFIXES =
      Map.of("k", 1e3, "", 1.0, "m", 1e-3, "u", 1e-6, "n", 1e-9, "p", 1e-12, "f", 1e-15);

  static LibertyUnits of(LibertyGroup library, String where) {
    LibertyUnits none = new LibertyUnits(1, 1, 1, 1, where);
    double capacitance = 1e-12;
    Optional<String> load = library.attribute("capacitive_load_unit");
    if (load.isPresent()) {
      capacitance = quantity(load.get().replace(",", ""), "capacitive_load_unit", where);
    }
    return new LibertyUnits(
        of(library, "leakage_power_unit", "1nW", where) * 1e9,
        capacitance * 1e12,
        of(library, "time_unit", "1ns", where) * 1e9,
        none.number(library, "nom_voltage", where),
        where);
  }

  private static double of(LibertyGroup library, String key, String usual, String where) {
    return quantity(library.attribute(key).orElse(usual), key, where);
  }

  private static double quantity(String text, String key, String where) {
    Matcher matcher = QUANTITY.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new InvalidInputException(where + ": " + key, text, "a number and a unit");
    }
    return parse(matcher.group(1), where + ": " + key) * PREFIXES.get(matcher.group(2));
  }

  /** An attribute that must be there. */
  double number(LibertyGroup group, String key, String place) {
    String text =
        group
            .attribute(key)
            .orElseThrow(() -> new InvalidInputException(place + ": " + key, "none", "a number"));
    return parse(text, place + ": " + key);
  }

  /** An attribute that may be missing. */
  double number(LibertyGroup group, String key, String place, double missing) {
    return group.attribute(key).isPresent() ? number(group, key, place) : missing;
  }

  static double parse(String text, String place) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
      throw new InvalidInputException(place, text, "a finite number");
    } catch (NumberFormatException e) {
      throw new InvalidInputException(place, text, "a number", e);
    }
  }
}
