package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Handwritten digits, few of which are learnt from. */
@Command(
    name = "mnist",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Accuracy that quantization costs on images.")
public final class MnistAccuracy implements Callable<Integer> {
  @Option(names = "--train", required = true, description = "A table of images and labels.")
  private Path train;

  @Option(
      names = "--holdout",
      description = "Test on so many of the images to learn from: to choose settings.")
  private int holdout;

  @Option(names = "--test", description = "Other images.")
  private Path test;

  @Option(names = "--test-labels", description = "The labels of these.")
  private Path testLabels;

  @Option(names = "--hidden", split = ",", description = "Neurons of each hidden layer.")
  private List<Integer> hidden = List.of(64, 64, 64);

  @Option(names = "--input-bits")
  private int inputBits = 8;

  @Option(
      names = "--precisions",
      split = ",",
      description = "ptqN, N, or a weight format and the bits of activations.")
  private List<String> precisions = List.of("4", "2", "ternary/2", "1");

  @Mixin private AccuracyOptions options;

  /** Runs the protocol. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MnistAccuracy()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Trial trial = AccuracyOptions.trial(hidden, inputBits, precisions);
    Task task = task();
    List<Callable<Trial.Outcome>> calls = new ArrayList<>();
    for (int seed = 1; seed <= options.seeds; seed++) {
      int number = seed;
      calls.add(() -> trial.run(task, options.training(number)));
    }
    DropTable table = new DropTable(trial.precisions());
    table.add(task.name(), Jobs.run(calls, options.jobs));
    System.out.printf("Hidden neurons %s, input bits %d.%n", hidden, inputBits);
    table.print(System.out);
    return 0;
  }

  private Task task() {
    Dataset learnt = DatasetReader.read(train, ReadOptions.defaults());
    if (holdout > 0) {
      return TaskReader.holdout("images held out", learnt, holdout);
    }
    Dataset other = DatasetReader.read(test, ReadOptions.defaults().withLabelFile(testLabels));
    return TaskReader.pair("test images", learnt, other);
  }
}
