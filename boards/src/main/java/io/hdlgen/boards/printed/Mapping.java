package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A way to make a circuit of cells: what ABC rewrites, which cells it may use and what it makes
 * small.
 *
 * @param name in file names and reports
 * @param description for people
 * @param cost of a cell
 * @param allowed cells that may be used
 * @param before commands of Yosys that come first
 * @param commands of ABC
 */
public record Mapping(
    String name,
    String description,
    ToDoubleFunction<Cell> cost,
    Predicate<Cell> allowed,
    List<String> before,
    List<String> commands) {
  /** The least that ABC understands as the cost of a cell. */
  private static final double LEAST_COST = 0.0001;

  private static final List<String> CLEAN = List.of("strash", "ifraig", "scorr");
  private static final List<String> REWRITE =
      List.of("dc2", "dc2", "resub -K 8 -N 2", "rewrite -z", "resub -K 12 -N 2", "refactor -z");
  private static final int REWRITES = 4;
  private static final List<String> COVER = List.of("dch -f", "amap -m");
  private static final int COVERS = 4;

  public Mapping {
    before = List.copyOf(before);
    commands = List.copyOf(commands);
  }

  /**
   * What is tried, in this order. The first is the usual flow in open tools, from Yosys's {@code
   * synth} with its own run of ABC on, and serves comparison; the others rewrite for longer, and
   * cover the circuit again and again, each time from a different structure, with ABC's area
   * mapper. The last two do not rewrite: they keep circuits that were made small gate by gate.
   */
  public static List<Mapping> all() {
    return List.of(
        new Mapping(
            "area",
            "minimum area, one pass",
            Cell::areaUm2,
            cell -> true,
            List.of("abc -fast", "opt -fast"),
            List.of("strash", "ifraig", "scorr", "dc2", "dch -f", "map -a", "topo")),
        new Mapping(
            "area_deep",
            "minimum area, many passes",
            Cell::areaUm2,
            cell -> true,
            List.of(),
            deep()),
        new Mapping(
            "nand",
            "inverters and NAND only, many passes",
            Cell::areaUm2,
            Mapping::isInverterOrNand,
            List.of(),
            deep()),
        new Mapping(
            "leakage",
            "minimum average static power, many passes",
            cell -> Math.max(LEAST_COST, cell.meanStaticNw()),
            cell -> true,
            List.of(),
            deep()),
        new Mapping(
            "drawn",
            "minimum area of the structure as drawn",
            Cell::areaUm2,
            cell -> true,
            List.of(),
            structural("map -a")),
        new Mapping(
            "drawn_choices",
            "minimum area of the structure as drawn and its like",
            Cell::areaUm2,
            cell -> true,
            List.of(),
            structural("dch -f", "map -a")));
  }

  /** Nothing is rewritten: only what is there twice is made once. */
  private static List<String> structural(String... cover) {
    List<String> commands = new ArrayList<>(CLEAN);
    commands.addAll(List.of(cover));
    commands.add("topo");
    return commands;
  }

  private static List<String> deep() {
    List<String> commands = new ArrayList<>(CLEAN);
    for (int i = 0; i < REWRITES; i++) {
      commands.addAll(REWRITE);
    }
    commands.addAll(COVER);
    for (int i = 0; i < COVERS; i++) {
      commands.add("strash");
      commands.add("dc2");
      commands.addAll(COVER);
    }
    commands.add("topo");
    return commands;
  }

  private static boolean isInverterOrNand(Cell cell) {
    LogicFunction function = cell.function();
    int ones = Long.bitCount(function.table());
    return ones == function.states() - 1 && !function.at(function.states() - 1);
  }
}
