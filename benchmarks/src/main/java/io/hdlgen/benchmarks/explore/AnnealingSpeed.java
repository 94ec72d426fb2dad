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
import java.nio.file.Path;
import java.util.ArrayList;
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
 */
public final class AnnealingSpeed {
  private static final int ROWS = 1100;
  private static final int NEURONS = 3;
  private static final int BITS = 2;
  private static final int THREADS = 2;
  private static final int WARM_UP = 3;
  private static final int RUNS = 5;
  private static final long MOVES = 300_000;
  private static final double ERROR_MM2 = 1e5;
  private static final double START_MM2 = 8;
  private static final int SPARE_PLACES = 64;

  /** What two threads did in a run. */
  private record Run(
      double seconds, long proposed, long priced, long accepted, List<Integer> gates) {
    String text(int gatesBefore) {
      return String.format(
          Locale.ROOT,
          "| %d | %.0f | %.0f | %.0f | %d | %s |",
          Math.round(1e3 * seconds),
          proposed / seconds,
          priced / seconds,
          accepted / seconds,
          gatesBefore,
          gates);
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
        "| power | run | ms | proposed/s | priced/s | accepted/s | gates before | after |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (double powerMm2 : new double[] {0, 0.5}) {
      List<Double> priced = new ArrayList<>();
      for (int run = -WARM_UP; run < RUNS; run++) {
        Run done = run(threads, powerMm2, run);
        if (run >= 0) {
          System.out.printf("| %s | %d %s%n", powerMm2, run + 1, done.text(circuit.gates().size()));
          priced.add(done.priced() / done.seconds());
        }
      }
      double median = priced.stream().mapToDouble(x -> x).sorted().toArray()[RUNS / 2];
      System.out.printf(Locale.ROOT, "| %s | median | | | %.0f | | | |%n", powerMm2, median);
    }
    threads.shutdown();
  }

  private Run run(ExecutorService threads, double powerMm2, int number)
      throws InterruptedException, ExecutionException {
    Objective objective = new Objective(ERROR_MM2, 0, powerMm2, 0);
    List<Callable<Annealing.Annealed>> jobs = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      long seed = (long) THREADS * number + thread;
      jobs.add(
          () ->
              new Annealing(bits, costs, material.levels())
                  .anneal(
                      circuit,
                      2 * circuit.gates().size() + SPARE_PLACES,
                      objective,
                      new Annealing.Schedule(MOVES, START_MM2),
                      seed,
                      () -> false));
    }
    long start = System.nanoTime();
    List<Annealing.Annealed> done = new ArrayList<>();
    for (Future<Annealing.Annealed> job : threads.invokeAll(jobs)) {
      done.add(job.get());
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new Run(
        seconds,
        done.stream().mapToLong(Annealing.Annealed::proposed).sum(),
        done.stream().mapToLong(Annealing.Annealed::priced).sum(),
        done.stream().mapToLong(Annealing.Annealed::accepted).sum(),
        done.stream().map(one -> one.circuit().gates().size()).toList());
  }
}
