package io.hdlgen.explore.tree;

/** How mixed the classes of a node are. */
public enum Criterion {
  /**
   * {@code 1 - sum p^2}: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and
   * Regression Trees, Wadsworth, 1984.
   */
  GINI {
    @Override
    double mass(double[] weights, double total) {
      double squares = 0;
      for (double weight : weights) {
        squares += weight * weight;
      }
      return total - squares / total;
    }
  },
  /**
   * {@code -sum p log2 p}: J. R. Quinlan, Induction of decision trees, Machine Learning 1, 1986.
   */
  ENTROPY {
    @Override
    double mass(double[] weights, double total) {
      double sum = 0;
      for (double weight : weights) {
        sum += weight > 0 ? weight * Math.log(weight) : 0;
      }
      return (total * Math.log(total) - sum) / LN2;
    }
  };

  private static final double LN2 = Math.log(2);

  /**
   * The impurity times the weight of all rows.
   *
   * @param weights of the rows of each class
   * @param total their sum, above 0
   */
  abstract double mass(double[] weights, double total);
}
