package io.hdlgen.quantizer.ptq;

/** How the integer weights of a layer are found. */
public enum WeightFitting {
  /**
   * Each weight by itself: the level nearest to it, with the step of a neuron that leaves the least
   * mean squared error of its weights, and the bias corrected by the mean error of the sum on the
   * calibration rows.
   */
  NEAREST,
  /**
   * All weights of a neuron together, so that its sums on the calibration rows come out best. Takes
   * time that grows with the square of the inputs.
   */
  RECONSTRUCTION,
  /** {@code RECONSTRUCTION}, but {@code NEAREST} where that would take minutes to gain little. */
  AUTOMATIC
}
