package io.hdlgen.flow;

import io.hdlgen.quantizer.train.TrainingOptions;

/**
 * How a model of real numbers becomes one of integers.
 *
 * @param postTraining whether it is only rounded with care, instead of trained further as integers
 * @param training how it is trained further
 */
public record QuantizationMethod(boolean postTraining, TrainingOptions training) {
  /** Training with the usual options. */
  public static final QuantizationMethod DEFAULT =
      new QuantizationMethod(false, TrainingOptions.DEFAULT);
}
