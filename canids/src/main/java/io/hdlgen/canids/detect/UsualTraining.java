package io.hdlgen.canids.detect;

import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;

/** How detectors are trained where nothing else is said. */
public final class UsualTraining {
  /** Rate of AdamW at its highest. */
  public static final double LEARNING_RATE = 0.003;

  /** The most windows to learn from. */
  public static final int ROWS = 24_000;

  /** Windows have clean labels, and the float network knows what lies between them. */
  private static final double DISTILLATION = 0.75;

  private UsualTraining() {}

  /**
   * All options.
   *
   * @param epochs passes over the windows
   * @param weights how much windows of rare classes count
   */
  public static TrainingOptions options(
      int epochs, double learningRate, ClassWeighting weights, long seed, int threads) {
    TrainingOptions usual = TrainingOptions.DEFAULT;
    return new TrainingOptions(
        epochs,
        usual.batchSize(),
        learningRate,
        usual.weightDecay(),
        usual.batchNorm(),
        weights,
        usual.labelSmoothing(),
        usual.validationFraction(),
        0,
        0,
        0,
        0,
        DISTILLATION,
        usual.damping(),
        seed,
        threads);
  }
}
