package io.hdlgen.benchmarks;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.explore.logic.Annealing;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.logic.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Annealing of a circuit: changes tried a second, each priced by area, power and error on 1,100
 * rows of 11 features. The circuit has 30 live gates, as three small neurons have.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnnealingBenchmark {
  private static final int MOVES = 50_000;
  private static final int ROWS = 1_100;
  private static final int CLASSES = 3;
  private static final int GATES = 30;
  private static final InputLevels LEVELS = new InputLevels(11, 4);

  /** Worth of a milliwatt; without one, the power of gates is not computed. */
  @Param({"0", "0.5"})
  double powerMm2;

  private final CircuitCosts costs =
      new CircuitCosts(TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow());
  private LabelledBits bits;
  private LogicCircuit seed;

  @Setup
  public void prepare() {
    Random random = new Random(1);
    boolean[][] rows = new boolean[ROWS][];
    int[] labels = new int[ROWS];
    for (int r = 0; r < ROWS; r++) {
      long[] codes = random.longs(LEVELS.features(), 0, LEVELS.levels() + 1L).toArray();
      rows[r] = LEVELS.encode(codes);
      long sum = codes[0] + codes[1] - codes[2] + codes[3];
      labels[r] = sum < 11 ? 0 : sum < 19 ? 1 : 2;
    }
    bits = new LabelledBits(CLASSES, labels, rows, new boolean[0][]);
    seed = chain(random);
  }

  /** Every gate reads one before it, and a level. */
  private static LogicCircuit chain(Random random) {
    List<Gate> gates = new ArrayList<>();
    for (int g = 0; g < GATES; g++) {
      int before =
          g < 2
              ? random.nextInt(LEVELS.inputs())
              : LEVELS.inputs() + LogicCircuit.CONSTANTS + g - 2;
      GateKind kind = g % 4 < 2 ? GateKind.NAND : GateKind.NOR;
      gates.add(new Gate(kind, random.nextInt(LEVELS.inputs()), before));
    }
    int last = LEVELS.inputs() + LogicCircuit.CONSTANTS + GATES;
    return new LogicCircuit(LEVELS.inputs(), gates, List.of(last - 1, last - 2));
  }

  /** On one core. */
  @Benchmark
  @Threads(1)
  @OperationsPerInvocation(MOVES)
  public LogicCircuit oneThread() {
    return anneal();
  }

  /** On two, each with a circuit of its own. */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(MOVES)
  public LogicCircuit twoThreads() {
    return anneal();
  }

  private LogicCircuit anneal() {
    return new Annealing(bits, costs, LEVELS)
        .run(
            seed,
            2 * GATES + 64,
            new Objective(300, 0, powerMm2, 0),
            new Annealing.Schedule(MOVES, 0.4),
            1,
            () -> false);
  }
}
