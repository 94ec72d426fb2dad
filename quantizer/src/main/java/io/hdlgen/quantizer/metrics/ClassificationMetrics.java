package io.hdlgen.quantizer.metrics;

import io.hdlgen.quantizer.network.LongMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a classifier's answers agree with the truth. All rates are fractions 0 to 1. Each is one
 * count divided by another, and 0 where the divisor is 0: a class that never occurs has recall 0
 * and false-negative rate 0, one that is never answered has precision 0.
 *
 * @param rows number of samples
 * @param accuracy right answers among all
 * @param balancedAccuracy mean of the recall over the classes that occur; 0 without rows
 * @param majorityBaseline the accuracy of always answering the most frequent class
 * @param perClass one a class
 * @param confusion number of samples {@code [actual][predicted]}
 */
public record ClassificationMetrics(
    int rows,
    double accuracy,
    double balancedAccuracy,
    double majorityBaseline,
    List<ClassMetrics> perClass,
    LongMatrix confusion) {
  public ClassificationMetrics {
    perClass = List.copyOf(perClass);
  }

  /**
   * The measures of one class.
   *
   * @param name the class's name
   * @param actual number of samples of this class
   * @param predicted number of samples that were taken for it
   * @param precision right ones among those that were taken for it
   * @param recall recognised ones among those of this class
   * @param falseNegativeRate missed ones among those of this class
   */
  public record ClassMetrics(
      String name,
      long actual,
      long predicted,
      double precision,
      double recall,
      double falseNegativeRate) {}

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
    for (int r = 0; r < actual.length; r++) {
      confusion[checked(actual[r], classes, r)][checked(predicted[r], classes, r)]++;
    }
    List<ClassMetrics> perClass = new ArrayList<>();
    long right = 0;
    long majority = 0;
    int occurring = 0;
    double recalls = 0;
    for (int k = 0; k < classes; k++) {
      ClassMetrics metrics = ofClass(confusion, k, classNames.get(k));
      perClass.add(metrics);
      right += confusion[k][k];
      majority = Math.max(majority, metrics.actual);
      occurring += metrics.actual > 0 ? 1 : 0;
      recalls += metrics.recall;
    }
    return new ClassificationMetrics(
        actual.length,
        rate(right, actual.length),
        occurring == 0 ? 0 : recalls / occurring,
        rate(majority, actual.length),
        perClass,
        LongMatrix.of(confusion));
  }

  private static int checked(int index, int classes, int row) {
    if (index < 0 || index >= classes) {
      throw new IllegalArgumentException(
          "row %d: class %d of %d classes".formatted(row, index, classes));
    }
    return index;
  }

  private static ClassMetrics ofClass(long[][] confusion, int k, String name) {
    long actual = 0;
    long predicted = 0;
    for (int j = 0; j < confusion.length; j++) {
      actual += confusion[k][j];
      predicted += confusion[j][k];
    }
    long right = confusion[k][k];
    return new ClassMetrics(
        name,
        actual,
        predicted,
        rate(right, predicted),
        rate(right, actual),
        rate(actual - right, actual));
  }

  private static double rate(long count, long all) {
    return all == 0 ? 0 : (double) count / all;
  }
}
