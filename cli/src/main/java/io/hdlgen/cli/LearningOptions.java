package io.hdlgen.cli;

import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;
import picocli.CommandLine.Option;

/** How a network is trained. */
final class LearningOptions {
  private static final TrainingOptions USUAL = TrainingOptions.DEFAULT;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the rows, at most (default: ${DEFAULT-VALUE}).")
  private int epochs = USUAL.epochs();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Rows a step (default: ${DEFAULT-VALUE}).")
  private int batch = USUAL.batchSize();

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Rate of AdamW at its highest (default: ${DEFAULT-VALUE}).")
  private double learningRate = USUAL.learningRate();

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description = "Decay of weights by AdamW (default: 0.0001).")
  private double weightDecay = USUAL.weightDecay();

  @Option(
      names = "--no-batch-norm",
      negatable = true,
      description = "Whether hidden sums are normalized batch by batch (default: they are).")
  private boolean batchNorm = USUAL.batchNorm();

  @Option(
      names = "--class-weights",
      paramLabel = "KIND",
      description =
          "How much rows of rare classes count: none, root or balanced (default: none); balanced"
              + " lets every class count as much.")
  private ClassWeighting classWeights = USUAL.classWeighting();

  @Option(
      names = "--label-smoothing",
      paramLabel = "X",
      description = "Part of a label that is spread over all classes (default: 0).")
  private double labelSmoothing = USUAL.labelSmoothing();

  @Option(
      names = "--validation",
      paramLabel = "FRACTION",
      description =
          "Part of the rows that is kept back to be measured on, 0 to 0.5 (default:"
              + " ${DEFAULT-VALUE}).")
  private double validation = USUAL.validationFraction();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Epochs without a better validation accuracy after which to stop, with the best one"
              + " (default: 0, never: the last one counts).")
  private int patience = USUAL.patience();

  @Option(
      names = "--l1",
      paramLabel = "X",
      description = "Weight of the magnitudes of all weights in the loss (default: 0).")
  private double l1 = USUAL.l1();

  @Option(
      names = "--sparsity",
      paramLabel = "X",
      description = "Part of the weights of each layer that ends as 0 (default: 0).")
  private double sparsity = USUAL.sparsity();

  @Option(
      names = "--fan-in",
      paramLabel = "N",
      description = "The most weights of a neuron that are not 0 (default: 0, no limit).")
  private int fanIn = USUAL.fanIn();

  @Option(
      names = "--distillation",
      paramLabel = "X",
      description =
          "How much the float network's answers count against the labels when integers are"
              + " trained, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double distillation = USUAL.distillation();

  @Option(
      names = "--damping",
      paramLabel = "X",
      description =
          "How strongly weights of integers are drawn to their levels in later epochs, 0 or more;"
              + " more for small networks, 0 for large ones (default: ${DEFAULT-VALUE}).")
  private double damping = USUAL.damping();

  TrainingOptions options(long seed, int threads) {
    if (patience > 0 && validation == 0) {
      throw OptionRules.beside(
          "--patience", "--validation 0", "rows that are kept back, to tell which epoch is better");
    }
    return new TrainingOptions(
        epochs,
        batch,
        NumberLimits.learningRate(learningRate),
        weightDecay,
        batchNorm,
        classWeights,
        labelSmoothing,
        validation,
        patience,
        l1,
        sparsity,
        fanIn,
        distillation,
        damping,
        seed,
        threads);
  }
}
