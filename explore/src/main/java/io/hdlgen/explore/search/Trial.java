package io.hdlgen.explore.search;

/**
 * What a recipe gives in cross-validation.
 *
 * @param accuracy share of the rows that were kept back and are right, over all repetitions
 * @param balancedAccuracy mean over the classes of that share of their rows
 * @param areaCm2 mean area of the folds' circuits with their comparators
 * @param powerMw mean static power of these on the rows that were kept back
 * @param gatesCm2 as {@code areaCm2}, without comparators
 * @param gatesMw as {@code powerMw}, without comparators
 */
public record Trial(
    Recipe recipe,
    double accuracy,
    double balancedAccuracy,
    double areaCm2,
    double powerMw,
    double gatesCm2,
    double gatesMw) {
  /** The mean of accuracy and balanced accuracy. */
  double meanAccuracy() {
    return (accuracy + balancedAccuracy) / 2;
  }
}
