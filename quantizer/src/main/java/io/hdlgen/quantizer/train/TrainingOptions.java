package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.error.InvalidInputException;

/**
 * How to train.
 *
 * @param epochs passes over the training rows, at least 1
 * @param batchSize rows a step, at least 1
 * @param learningRate of AdamW at its highest; it falls to 0 as a cosine
 * @param weightDecay of AdamW, on weights alone, at least 0
 * @param batchNorm whether hidden sums are normalised
 * @param classWeighting how much rows of rare classes count
 * @param labelSmoothing part of a label that is spread over all classes, 0 to below 1
 * @param validationFraction part of the rows, class by class, that is kept back, 0 to 0.5
 * @param patience epochs without a better validation accuracy after which training ends with the
 *     best epoch; with 0, or without validation rows, it ends with the last one
 * @param l1 weight of the sum of magnitudes of all weights in the loss, at least 0
 * @param sparsity part of the weights of every layer that is 0 in the end, 0 to below 1
 * @param fanIn the most weights of a neuron that are not 0; 0 for no limit
 * @param distillation how much the probabilities of the float network count against the labels when
 *     integers are trained, 0 to 1
 * @param damping how strongly the weights of integers are drawn to their levels in the later
 *     epochs, so that they do not swing between two; at least 0
 * @param seed the same seed and data give the same network, whatever the number of threads
 * @param threads at least 1
 */
public record TrainingOptions(
    int epochs,
    int batchSize,
    double learningRate,
    double weightDecay,
    boolean batchNorm,
    ClassWeighting classWeighting,
    double labelSmoothing,
    double validationFraction,
    int patience,
    double l1,
    double sparsity,
    int fanIn,
    double distillation,
    double damping,
    long seed,
    int threads) {
  /** The usual options; threads as the machine has processors. */
  public static final TrainingOptions DEFAULT =
      new TrainingOptions(
          100,
          64,
          0.01,
          1e-4,
          true,
          ClassWeighting.NONE,
          0,
          0.1,
          0,
          0,
          0,
          0,
          0.25,
          0.3,
          1,
          Runtime.getRuntime().availableProcessors());

  public TrainingOptions {
    check("epochs", epochs, 1, 1_000_000);
    check("batch size", batchSize, 1, 1 << 20);
    check("learning rate", learningRate, Double.MIN_NORMAL, 10);
    check("weight decay", weightDecay, 0, 10);
    check("label smoothing", labelSmoothing, 0, 0.99);
    check("validation fraction", validationFraction, 0, 0.5);
    check("patience", patience, 0, 1_000_000);
    check("L1 weight", l1, 0, 1e6);
    check("sparsity", sparsity, 0, 0.999);
    check("fan-in", fanIn, 0, 1 << 20);
    check("distillation", distillation, 0, 1);
    check("damping", damping, 0, 100);
    check("threads", threads, 1, 1024);
  }

  public TrainingOptions withThreads(int number) {
    return new TrainingOptions(
        epochs,
        batchSize,
        learningRate,
        weightDecay,
        batchNorm,
        classWeighting,
        labelSmoothing,
        validationFraction,
        patience,
        l1,
        sparsity,
        fanIn,
        distillation,
        damping,
        seed,
        number);
  }

  private static void check(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new InvalidInputException(
          what, text(value), "a number from %s to %s".formatted(text(min), text(max)));
    }
  }

  private static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
