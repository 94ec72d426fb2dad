package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.input.InputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    if (python != null) {
      compare(tables, trial.inputs(), outcomes);
    }
    return 0;
  }

  /** How far the float networks are from those of scikit-learn on the same rows. */
  private void compare(UciFolder tables, InputOptions inputs, List<Trial.Outcome> outcomes)
      throws IOException {
    Path folder = Files.createTempDirectory("hdlgen-tasks");
    ScikitLearn scikit = new ScikitLearn(python, folder, hidden);
    List<ScikitLearn.Run> runs = new ArrayList<>();
    for (String set : sets) {
      for (int seed = 1; seed <= options.seeds; seed++) {
        String name = tables.hasSplit(set) ? set : set + "-" + seed;
        if (seed == 1 || !tables.hasSplit(set)) {
          scikit.write(name, tables.task(set, seed).throughInputs(inputs));
        }
        runs.add(new ScikitLearn.Run(name, seed));
      }
    }
    List<Double> theirs = scikit.accuracies(runs);
    System.out.println("\nFloat against MLPClassifier, accuracy in %:\n");
    System.out.println("| set | float | MLPClassifier | difference |\n|---|---|---|---|");
    List<Double> differences = new ArrayList<>(Collections.nCopies(options.seeds, 0.0));
    for (int s = 0; s < sets.size(); s++) {
      List<Double> our = new ArrayList<>();
      List<Double> their = new ArrayList<>();
      List<Double> difference = new ArrayList<>();
      for (int k = 0; k < options.seeds; k++) {
        int at = s * options.seeds + k;
        our.add(100 * outcomes.get(at).floating().accuracy());
        their.add(100 * theirs.get(at));
        difference.add(our.get(k) - their.get(k));
        differences.set(k, differences.get(k) + difference.get(k) / sets.size());
      }
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          sets.get(s), Mean.of(our), Mean.of(their), Mean.of(difference));
    }
    System.out.printf("| mean | | | %s |%n", Mean.of(differences));
  }
}
