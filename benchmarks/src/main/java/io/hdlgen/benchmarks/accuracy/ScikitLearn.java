package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.train.Samples;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Accuracies of scikit-learn's MLPClassifier on the same rows, by {@code benchmarks/scikit.py}. */
final class ScikitLearn {
  /**
   * One training.
   *
   * @param task names the files of a task written before
   */
  record Run(String task, long seed) {}

  private final List<String> command;
  private final Path folder;

  /**
   * A runner.
   *
   * @param python an interpreter that has scikit-learn
   * @param folder where tasks are written to
   */
  ScikitLearn(Path python, Path folder, List<Integer> hidden) {
    this.folder = folder;
    this.command =
        List.of(
            python.toString(),
            System.getProperty("benchmarks.folder") + "/scikit.py",
            folder.toString(),
            hidden.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /** Writes the rows of a task. */
  void write(String name, Task task) {
    write(folder.resolve(name + ".train.csv"), task.train());
    write(folder.resolve(name + ".test.csv"), task.test());
  }

  private static void write(Path file, Samples samples) {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (int r = 0; r < samples.rows(); r++) {
        for (double value : samples.features()[r]) {
          out.print(value + ",");
        }
        out.println(samples.labels()[r]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The accuracies on the test rows, one a run, from 0 to 1. */
  List<Double> accuracies(List<Run> runs) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedWriter in = process.outputWriter()) {
        for (Run run : runs) {
          in.write(run.task() + " " + run.seed() + "\n");
        }
      }
      List<Double> accuracies = new ArrayList<>();
      try (BufferedReader out = process.inputReader()) {
        out.lines().map(Double::valueOf).forEach(accuracies::add);
      }
      if (accuracies.size() != runs.size()) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return accuracies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
