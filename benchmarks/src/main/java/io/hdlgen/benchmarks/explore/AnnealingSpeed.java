package io.hdlgen.benchmarks.explore;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.explore.logic.Annealing;
import io.hdlgen.explore.logic.CircuitBuilder;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.logic.Objective;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.explore.search.Material;
import io.hdlgen.explore.tree.CodeTable;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.train.Samples;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Counts the changes that annealing tries in a second, of circuits as large as three step neurons
 * and a decision, on 1,100 rows; two threads anneal a copy each. The rows are labelled with what
 * the circuit says, and an error is worth so much that the circuit has to go on saying it.
 * Annealing starts again from the circuit before it has become much smaller.
 */
public final class AnnealingSpeed {
  private static final int ROWS = 1100;
  private static final int NEURONS = 3;
  private static final int BITS = 2;
  private static final int THREADS = 2;
  private static final int WARM_UP = 3;
  private static final int RUNS = 5;
  private static final int PIECES = 100;
  private static final long MOVES = 3_000;
  private static final double ERROR_MM2 = 1e5;
  private static final double START_MM2 = 0.4;
  private static final int SPARE_PLACES = 64;

  /**
   * What was done.
   *
   * @param cpuSeconds of all threads together, which a busy machine does not lengthen much
   * @param gates of the circuits at the end
   */
  private record Work(
      double cpuSeconds, long proposed, long priced, long accepted, IntSummaryStatistics gates) {
    static Work of(double cpuSeconds, List<Annealing.Annealed> all) {
      return new Work(
          cpuSeconds,
          all.stream().mapToLong(Annealing.Annealed::proposed).sum(),
          all.stream().mapToLong(Annealing.Annealed::priced).sum(),
          all.stream().mapToLong(Annealing.Annealed::accepted).sum(),
          all.stream().mapToInt(one -> one.circuit().gates().size()).summaryStatistics());
    }
  }

  private final Material material;
  private final LabelledBits bits;
  private final LogicCircuit circuit;
  private final CircuitCosts costs;

  private AnnealingSpeed(Samples samples, CircuitCosts costs) {
    this.costs = costs;
    this.material = Material.of(samples, IntStream.range(0, ROWS).toArray(), BITS, 0, 0);
    CircuitBuilder builder = new CircuitBuilder(material.levels().inputs(), costs.kinds());
    this.circuit = new StepNeurons(material, builder).circuit(NEURONS, 1);
    this.bits = labelled(material, circuit);
  }

  /** The rows with what the circuit says of them as labels. */
  private static LabelledBits labelled(Material material, LogicCircuit circuit) {
    InputLevels levels = material.levels();
    CodeTable table = material.table();
    boolean[][] rows = new boolean[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      int row = r;
      rows[r] =
          levels.encode(
              IntStream.range(0, levels.features()).mapToLong(f -> table.code(row, f)).toArray());
    }
    LabelledBits told = material.bits();
    return new LabelledBits(told.classes(), told.classify(circuit), rows, new boolean[0][]);
  }

  /** Takes the folder with data/uci; prints a table. */
  public static void main(String[] folders) throws InterruptedException, ExecutionException {
    Path table = Path.of(folders[0], "data", "uci", "redwine.csv");
    CircuitCosts costs =
        new CircuitCosts(TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow());
    Samples training = TrainTestSplit.made(DataSource.of(table), 1).training();
    new AnnealingSpeed(training, costs).report();
  }

  private void report() throws InterruptedException, ExecutionException {
    System.out.println(
        "| mm2 a mW | run | ms | proposed/s | priced/s | accepted/s | priced/s of a whole core | gates before | after |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (double powerMm2 : new double[] {0, 0.5}) {
      List<Double> priced = new ArrayList<>();
      List<Double> ofCore = new ArrayList<>();
      for (int run = -WARM_UP; run < RUNS; run++) {
        long start = System.nanoTime();
        Work done = run(threads, new Objective(ERROR_MM2, 0, powerMm2, 0), run);
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (run >= 0) {
          print(powerMm2, run + 1, seconds, done);
          priced.add(done.priced() / seconds);
          ofCore.add(done.priced() / done.cpuSeconds());
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %.1f | median | | | %.0f | | %.0f | | |%n",
          powerMm2,
          median(priced),
          median(ofCore));
    }
    threads.shutdown();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(RUNS / 2);
  }

  private void print(double powerMm2, int run, double seconds, Work done) {
    System.out.printf(
        Locale.ROOT,
        "| %.1f | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %d | %d to %d |%n",
        powerMm2,
        run,
        1e3 * seconds,
        done.proposed() / seconds,
        done.priced() / seconds,
        done.accepted() / seconds,
        done.priced() / done.cpuSeconds(),
        circuit.gates().size(),
        done.gates().getMin(),
        done.gates().getMax());
  }

  private Work run(ExecutorService threads, Objective objective, int number)
      throws InterruptedException, ExecutionException {
    List<Callable<Double>> jobs = new ArrayList<>();
    List<Annealing.Annealed> done = Collections.synchronizedList(new ArrayList<>());
    for (int thread = 0; thread < THREADS; thread++) {
      long seed = (long) THREADS * number + thread;
      jobs.add(
          () -> {
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < PIECES; i++) {
              done.add(piece(objective, seed * PIECES + i));
            }
            return (clock.getCurrentThreadCpuTime() - start) * 1e-9;
          });
    }
    double cpuSeconds = 0;
    for (Future<Double> job : threads.invokeAll(jobs)) {
      cpuSeconds += job.get();
    }
    return Work.of(cpuSeconds, done);
  }

  private Annealing.Annealed piece(Objective objective, long seed) {
    return new Annealing(bits, costs, material.levels())
        .anneal(
            circuit,
            2 * circuit.gates().size() + SPARE_PLACES,
            objective,
            new Annealing.Schedule(MOVES, START_MM2),
            seed,
            () -> false);
  }
}
