package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** What both protocols ask for; where nothing is said, what {@code hdlgen train} does. */
final class AccuracyOptions {
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(names = "--seeds", defaultValue = "20", description = "Seeds 1 to N." + DEFAULT)
  int seeds;

  @Option(names = "--epochs", description = "Of the float training, and of each quantized one.")
  int epochs = TrainingOptions.DEFAULT.epochs();

  @Option(names = "--batch", description = "Rows a step.")
  int batch = TrainingOptions.DEFAULT.batchSize();

  @Option(names = "--learning-rate")
  double learningRate = TrainingOptions.DEFAULT.learningRate();

  @Option(names = "--weight-decay")
  double weightDecay = TrainingOptions.DEFAULT.weightDecay();

  @Option(names = "--validation", description = "Part of the training rows that chooses the epoch.")
  double validation = TrainingOptions.DEFAULT.validationFraction();

  @Option(names = "--distillation", description = "Weight of the float network's probabilities.")
  double distillation = TrainingOptions.DEFAULT.distillation();

  @Option(names = "--damping", description = "How strongly weights are drawn to their levels.")
  double damping = TrainingOptions.DEFAULT.damping();

  @Option(
      names = "--jobs",
      defaultValue = "2",
      description = "Trainings at a time, of one thread each." + DEFAULT)
  int jobs;

  TrainingOptions training(long seed) {
    TrainingOptions usual = TrainingOptions.DEFAULT;
    return new TrainingOptions(
        epochs,
        batch,
        learningRate,
        weightDecay,
        usual.batchNorm(),
        usual.classWeighting(),
        usual.labelSmoothing(),
        validation,
        usual.patience(),
        usual.l1(),
        usual.sparsity(),
        usual.fanIn(),
        distillation,
        damping,
        seed,
        1);
  }

  static Trial trial(List<Integer> hidden, int inputBits, List<String> precisions) {
    return new Trial(
        hidden, InputOptions.ofBits(inputBits), precisions.stream().map(Precision::parse).toList());
  }
}
