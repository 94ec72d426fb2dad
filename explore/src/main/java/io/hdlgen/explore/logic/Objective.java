package io.hdlgen.explore.logic;

import java.util.Arrays;

/**
 * What annealing makes small: {@code area + powerMm2 * power + errorMm2 * error}, in square
 * millimetres, and {@code limitMm2} where a row has a code beyond the last class.
 *
 * @param errorMm2 worth of the whole error, which is 1 if every row is wrong
 * @param balance share of the error that counts each class alike: 0 is 1 - accuracy, 1 is 1 -
 *     balanced accuracy
 * @param powerMm2 worth of a milliwatt of static power
 * @param limitMm2 area of the gates that make the last class of greater codes
 */
public record Objective(double errorMm2, double balance, double powerMm2, double limitMm2) {
  public Objective {
    if (!(errorMm2 >= 0) || !(powerMm2 >= 0) || !(limitMm2 >= 0)) {
      throw new IllegalArgumentException("a negative worth");
    }
    if (!(balance >= 0 && balance <= 1)) {
      throw new IllegalArgumentException("balance " + balance + " is not between 0 and 1");
    }
  }

  /** The part of the error that a wrong row of each class is, {@code [classes]}. */
  double[] rowWeights(int[] classCounts) {
    int rows = Arrays.stream(classCounts).sum();
    long present = Arrays.stream(classCounts).filter(count -> count > 0).count();
    double[] weights = new double[classCounts.length];
    for (int k = 0; k < weights.length; k++) {
      if (classCounts[k] > 0) {
        weights[k] = (1 - balance) / rows + balance / (present * (double) classCounts[k]);
      }
    }
    return weights;
  }
}
