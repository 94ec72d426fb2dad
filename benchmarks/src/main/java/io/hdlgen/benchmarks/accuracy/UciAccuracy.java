package io.hdlgen.benchmarks.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables of the UCI repository. */
@Command(
    name = "uci",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Accuracy that quantization costs on tables of the UCI repository.")
public final class UciAccuracy implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "Tables, and splits/ with their test rows.")
  private Path folder;

  @Option(names = "--sets", split = ",", description = "Names of tables; all if not given.")
  private List<String> sets = UciFolder.SETS;

  @Option(names = "--hidden", split = ",", description = "Neurons of each hidden layer.")
  private List<Integer> hidden = List.of(64);

  @Option(names = "--input-bits")
  private int inputBits = 4;

  @Option(
      names = "--precisions",
      split = ",",
      description = "ptqN, N, or a weight format and the bits of activations.")
  private List<String> precisions = List.of("ptq8", "4", "2", "ternary/2", "1");

  @Option(
      names = "--python",
      description = "An interpreter with scikit-learn, to compare the float networks with.")
  private Path python;

  @Mixin private AccuracyOptions options;

  /** Runs the protocol. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new UciAccuracy()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    UciFolder tables = new UciFolder(folder);
    Trial trial = AccuracyOptions.trial(hidden, inputBits, precisions);
    List<Callable<Trial.Outcome>> calls = new ArrayList<>();
    for (String set : sets) {
      for (int seed = 1; seed <= options.seeds; seed++) {
        int number = seed;
        calls.add(() -> trial.run(tables.task(set, number), options.training(number)));
      }
    }
    List<Trial.Outcome> outcomes = Jobs.run(calls, options.jobs);
    DropTable table = new DropTable(trial.precisions());
    for (int s = 0; s < sets.size(); s++) {
      table.add(sets.get(s), outcomes.subList(s * options.seeds, (s + 1) * options.seeds));
    }
    System.out.printf(
        "Hidden neurons %s, input bits %d, %d seeds.%n", hidden, inputBits, options.seeds);
    table.print(System.out);
    return 0;
  }
}
