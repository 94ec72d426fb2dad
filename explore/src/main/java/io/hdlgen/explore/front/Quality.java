package io.hdlgen.explore.front;

import java.util.Optional;

/**
 * How well a classifier does on some rows, as fractions.
 *
 * @param rows number of rows
 * @param accuracy share of rows that are right
 * @param accuracyLow lower end of its 95 % interval
 * @param accuracyHigh upper end
 * @param balancedAccuracy mean recall over the classes that occur
 * @param balanced how sure that is; empty for a mean over repeated folds
 */
public record Quality(
    int rows,
    double accuracy,
    double accuracyLow,
    double accuracyHigh,
    double balancedAccuracy,
    Optional<BalancedInterval> balanced) {
  /** Of balanced accuracies nobody knows how sure they are. */
  public Quality(
      int rows, double accuracy, double accuracyLow, double accuracyHigh, double balancedAccuracy) {
    this(rows, accuracy, accuracyLow, accuracyHigh, balancedAccuracy, Optional.empty());
  }
}
