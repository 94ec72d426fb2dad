package io.hdlgen.quantizer.metrics;

import io.hdlgen.quantizer.network.LongMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a classifier's answers agree with the truth. All rates are fractions 0 to 1. Each is one
 * count divided by another, or a mean of such, and 0 where there is nothing to divide by.
 *
 * @param perClass one a class
 * @param confusion number of samples {@code [actual][predicted]}
 * @param balanced mean of the recall over the classes that occur among the labels
 * @param balancedOfFrequent the same over the classes with {@link #FREQUENT} samples or more: the
 *     recall of a class of three samples is mostly chance
 */
public record ClassificationMetrics(
    List<ClassMetrics> perClass,
    LongMatrix confusion,
    BalancedAccuracy balanced,
    BalancedAccuracy balancedOfFrequent) {
  /** From this many samples on a class counts as frequent. */
  public static final int FREQUENT = 10;

  public ClassificationMetrics {
    perClass = List.copyOf(perClass);
  }

  /**
   * The measures of these answers.
   *
   * @param predicted class indices, one a row
   * @param actual class indices, one a row
   * @param classNames one a class, at least one
   * @throws IllegalArgumentException if the lengths differ or an index is that of no class
   */
  public static ClassificationMetrics of(int[] predicted, int[] actual, List<String> classNames) {
    int classes = classNames.size();
    if (predicted.length != actual.length || classes == 0) {
      throw new IllegalArgumentException(
          "%d answers, %d labels, %d classes".formatted(predicted.length, actual.length, classes));
    }
    long[][] confusion = new long[classes][classes];
    int[] actuals = new int[classes];
    int[] predictions = new int[classes];
    for (int r = 0; r < actual.length; r++) {
      actuals[checked(actual[r], classes, r)]++;
      predictions[checked(predicted[r], classes, r)]++;
      confusion[actual[r]][predicted[r]]++;
    }
    List<ClassMetrics> perClass = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      int right = Math.toIntExact(confusion[k][k]);
      perClass.add(new ClassMetrics(classNames.get(k), actuals[k], predictions[k], right));
    }
    return new ClassificationMetrics(
        perClass,
        LongMatrix.of(confusion),
        BalancedAccuracy.of(perClass, 1),
        BalancedAccuracy.of(perClass, FREQUENT));
  }

  private static int checked(int index, int classes, int row) {
    if (index < 0 || index >= classes) {
      throw new IllegalArgumentException(
          "row %d: class %d of %d classes".formatted(row, index, classes));
    }
    return index;
  }

  /** Number of samples. */
  public int rows() {
    return perClass.stream().mapToInt(ClassMetrics::actual).sum();
  }

  /** Right answers among all. */
  public Proportion right() {
    return new Proportion(perClass.stream().mapToInt(ClassMetrics::right).sum(), rows());
  }

  /** Right answers among all, as a fraction. */
  public double accuracy() {
    return right().value();
  }

  /** Mean of the recall over the classes that occur among the labels; 0 without rows. */
  public double balancedAccuracy() {
    return balanced.value();
  }

  /**
   * Mean of F1 over the classes that occur among the labels or the answers, each counting the same;
   * a class that occurs in one of both alone has F1 0. This is scikit-learn's {@code
   * f1_score(actual, predicted, average="macro")}; not the F1 of mean precision and mean recall,
   * which also goes by this name.
   */
  public double macroF1() {
    return perClass.stream()
        .filter(ClassMetrics::occurs)
        .mapToDouble(ClassMetrics::f1)
        .average()
        .orElse(0);
  }

  /** The accuracy of always answering the most frequent class. */
  public double majorityBaseline() {
    int majority = perClass.stream().mapToInt(ClassMetrics::actual).max().orElse(0);
    return new Proportion(majority, rows()).value();
  }

  /** One a class. */
  public List<String> classNames() {
    return perClass.stream().map(ClassMetrics::name).toList();
  }
}
