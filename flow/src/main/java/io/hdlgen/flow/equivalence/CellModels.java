package io.hdlgen.flow.equivalence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cells of a technology do, in plain Verilog without delays, which Verilator and Yosys
 * read.
 */
public final class CellModels {
  private static final List<String> FAMILIES = List.of("ice40", "ecp5", "gowin", "xilinx");
  private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+(\\w+)\\s*([^;]*);");

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

  /**
   * The models of the family that has most of these cells; the first of several.
   *
   * @param cells the ports that are connected, by type
   */
  static String closest(Map<String, Set<String>> cells) {
    return FAMILIES.stream()
        .map(CellModels::of)
        .max(Comparator.comparingInt(text -> cells.size() - missing(text, cells).size()))
        .orElseThrow();
  }

  /** Types of cells that a Verilog text has no module for, or one with other ports. */
  static Set<String> missing(String verilog, Map<String, Set<String>> cells) {
    Map<String, Set<String>> modules = new HashMap<>();
    Matcher matcher = MODULE.matcher(verilog);
    while (matcher.find()) {
      modules.put(matcher.group(1), new HashSet<>(Arrays.asList(matcher.group(2).split("\\W+"))));
    }
    Set<String> missing = new TreeSet<>();
    cells.forEach(
        (type, ports) -> {
          if (!modules.getOrDefault(type, Set.of()).containsAll(ports)) {
            missing.add(type);
          }
        });
    return missing;
  }
}
