package io.hdlgen.flow.equivalence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cells of a technology do, in plain Verilog without delays, which Verilator and Yosys
 * read.
 */
public final class CellModels {
  private static final List<String> FAMILIES = List.of("ice40", "ecp5");
  private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+(\\w+)");

  private CellModels() {}

  /** The families that there are models of: names of Yosys's commands {@code synth_...}. */
  public static List<String> families() {
    return FAMILIES;
  }

  /**
   * The models of a family.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static String of(String family) {
    String resource = "/io/hdlgen/flow/cells/" + family + ".v";
    try (InputStream stream = CellModels.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no models of the cells of " + family);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The models of the family that has most of these cells; the first of several. */
  static String closest(Set<String> types) {
    return FAMILIES.stream()
        .map(CellModels::of)
        .max(Comparator.comparingLong(text -> known(text, types)))
        .orElseThrow();
  }

  private static long known(String text, Set<String> types) {
    return types.stream().filter(modules(text)::contains).count();
  }

  /** Names of the modules of a Verilog text. */
  static Set<String> modules(String verilog) {
    Set<String> names = new HashSet<>();
    Matcher matcher = MODULE.matcher(verilog);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
