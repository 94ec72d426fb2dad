package io.hdlgen.explore.polish;

import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Has ABC map a circuit in several ways, and takes the cheapest. */
public final class AbcPolish {
  /** The program; it comes with Yosys. */
  public static final String PROGRAM = "yosys-abc";

  private static final int ROUNDS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String REWRITE =
      "dc2; dc2; resub -K 8 -N 2; rewrite -z; resub -K 12 -N 2; refactor -z; ";
  private static final String COVER = "dch -f; amap -m; ";
  private static final String DEEP =
      "strash; ifraig; scorr; "
          + REWRITE.repeat(4)
          + COVER
          + ("strash; dc2; " + COVER).repeat(4)
          + "topo; ";
  private static final String FACTORED = "strash; ifraig; scorr; collapse; sop; fx; " + DEEP;

  /** Nothing is rewritten: what is small already stays so, and nothing makes ABC crash. */
  private static final String DRAWN = "strash; ifraig; scorr; map -a; topo; ";

  private static final String CHOICES = "strash; ifraig; scorr; dch -f; map -a; topo; ";
  private static final int MOST_LEVELS_TO_COLLAPSE = 24;

  /** Larger circuits are only mapped: rewriting them again and again would take minutes. */
  private static final int MOST_GATES_TO_REWRITE = 4000;

  private final CircuitCosts costs;
  private final Path folder;
  private final String program;
  private final Duration limit;
  private final Set<String> notes = new ConcurrentSkipListSet<>();

  /**
   * Polishes with these cells.
   *
   * @param folder for files that nobody needs afterwards
   */
  public AbcPolish(CircuitCosts costs, Path folder) {
    this(costs, folder, PROGRAM, LIMIT);
  }

  /** The same with another program, and each script's most time. */
  AbcPolish(CircuitCosts costs, Path folder, String program, Duration limit) {
    this.costs = costs;
    this.folder = folder;
    this.program = program;
    this.limit = limit;
  }

  /** What went wrong without harm, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * An equal circuit, none dearer than the given one.
   *
   * @param powerMm2 worth of a milliwatt, in square millimetres
   * @param rows over which power is averaged
   * @throws ToolException if ABC is missing, or the process is ending
   * @throws OutputException if its files cannot be written
   */
  public LogicCircuit polish(LogicCircuit circuit, double powerMm2, LabelledBits rows) {
    LogicCircuit best = circuit.compact();
    for (int round = 0; round < ROUNDS; round++) {
      LogicCircuit own = best;
      best =
          mapped(own, powerMm2, rows)
              .filter(found -> price(found, powerMm2, rows) < price(own, powerMm2, rows))
              .orElse(own);
    }
    return best;
  }

  /**
   * The cheapest circuit that ABC makes of the given one, be it dearer or not; empty if ABC makes
   * none, as of one without gates.
   */
  public Optional<LogicCircuit> mapped(LogicCircuit circuit, double powerMm2, LabelledBits rows) {
    if (circuit.compact().gates().isEmpty()) {
      return Optional.empty();
    }
    return scripts(circuit).stream()
        .flatMap(script -> run(circuit.compact(), script).stream())
        .filter(found -> isSame(circuit, found, rows))
        .min(Comparator.comparingDouble(found -> price(found, powerMm2, rows)));
  }

  private static List<String> scripts(LogicCircuit circuit) {
    if (circuit.compact().gates().size() > MOST_GATES_TO_REWRITE) {
      return List.of(DRAWN, CHOICES);
    }
    List<String> scripts = new ArrayList<>(List.of(DEEP, DRAWN, CHOICES));
    int read = 0;
    boolean[] live = circuit.live();
    for (int i = 0; i < circuit.inputs(); i++) {
      read += live[i] ? 1 : 0;
    }
    if (read <= MOST_LEVELS_TO_COLLAPSE) {
      scripts.add(FACTORED);
    }
    return scripts;
  }

  private boolean isSame(LogicCircuit circuit, LogicCircuit found, LabelledBits rows) {
    boolean same = SameFunction.seems(circuit, found, rows);
    if (!same) {
      notes.add(PROGRAM + " changed what a circuit does; the circuit was left as it was");
    }
    return same;
  }

  private double price(LogicCircuit circuit, double powerMm2, LabelledBits rows) {
    CircuitFigures figures = CircuitFigures.of(circuit, rows, costs);
    return figures.totalCm2() * 100 + powerMm2 * figures.totalMw();
  }

  private Optional<LogicCircuit> run(LogicCircuit circuit, String script) {
    try {
      Path own = Files.createTempDirectory(folder, "abc");
      Files.writeString(own.resolve("cells.genlib"), genlib());
      Files.writeString(own.resolve("in.blif"), Blif.write(circuit));
      String commands =
          "read_library cells.genlib; read_blif in.blif; " + script + "write_blif out.blif";
      ToolRun run =
          ToolRun.of(
              List.of(program, "-c", commands), own, Map.of(), own.resolve("abc.log"), limit);
      Path out = own.resolve("out.blif");
      // ABC gives up, or crashes, on scripts that do not fit a circuit; others do.
      return run.exitCode() == 0 && Files.exists(out)
          ? Optional.of(
              Blif.read(Files.readString(out), circuit.inputs(), circuit.outputs().size())
                  .compact())
          : Optional.empty();
    } catch (ToolException e) {
      if (e.reason() != ToolException.Reason.TIMED_OUT) {
        throw e;
      }
      // How far ABC comes in time depends on the machine, so that the user has to know.
      notes.add(e.getMessage() + ": some circuit may be larger than it could be");
      return Optional.empty();
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }

  private String genlib() {
    StringBuilder text =
        new StringBuilder("GATE _const0_ 0 y=CONST0;\nGATE _const1_ 0 y=CONST1;\n");
    for (GateKind kind : costs.kinds()) {
      text.append(
          String.format(
              Locale.ROOT,
              "GATE %s %d y=%s; PIN * UNKNOWN 1 999 1 0 1 0\n",
              kind.name(),
              costs.areaUm2(kind),
              sum(kind)));
    }
    return text.toString();
  }

  /** The function as a sum of the states in which it is 1. */
  private static String sum(GateKind kind) {
    List<String> terms = new ArrayList<>();
    for (int state = 0; state < 1 << kind.inputs(); state++) {
      if ((kind.table() >> state & 1) != 0) {
        String a = (state & 1) != 0 ? "a" : "!a";
        String b = (state & 2) != 0 ? "b" : "!b";
        terms.add(kind.inputs() == 1 ? a : "(" + a + "*" + b + ")");
      }
    }
    return String.join("+", terms);
  }
}
