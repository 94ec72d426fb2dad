package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Labelled rows, of which some calibrate and the others measure. */
final class ValidationSplit {
  private final double[][] rows;
  private final int[] labels;
  private final int[] calibration;
  private final int[] validation;

  private ValidationSplit(double[][] rows, int[] labels, boolean[] validates) {
    this.rows = rows;
    this.labels = labels;
    calibration = IntStream.range(0, rows.length).filter(r -> !validates[r]).toArray();
    validation = IntStream.range(0, rows.length).filter(r -> validates[r]).toArray();
  }

  /**
   * Splits the rows of each class evenly, in their order; both parts get a row.
   *
   * @param fraction part of the rows that measures
   * @throws InvalidInputException if there are fewer than two rows, or not one label a row
   */
  static ValidationSplit of(double[][] rows, int[] labels, double fraction) {
    if (labels.length != rows.length) {
      throw new InvalidInputException(
          "labels", Integer.toString(labels.length), rows.length + ", one a row");
    }
    if (rows.length < 2) {
      throw new InvalidInputException(
          "data to search bits with",
          rows.length + " row",
          "at least 2: some to calibrate, others to measure accuracy");
    }
    boolean[] validates = new boolean[rows.length];
    for (int label : Arrays.stream(labels).distinct().sorted().toArray()) {
      int seen = 0;
      for (int r = 0; r < rows.length; r++) {
        if (labels[r] == label) {
          validates[r] = Math.floor((seen + 1) * fraction) > Math.floor(seen * fraction);
          seen++;
        }
      }
    }
    int last = rows.length - 1;
    if (IntStream.range(0, last).noneMatch(r -> validates[r])) {
      validates[last] = true;
    } else if (IntStream.rangeClosed(0, last).allMatch(r -> validates[r])) {
      validates[0] = false;
    }
    return new ValidationSplit(rows, labels, validates);
  }

  /**
   * Checks the labels.
   *
   * @param outputs of the network; one output means two classes
   * @throws InvalidInputException if a label is that of no class
   */
  void check(int outputs) {
    int classes = Math.max(2, outputs);
    for (int r = 0; r < labels.length; r++) {
      if (labels[r] < 0 || labels[r] >= classes) {
        throw new InvalidInputException(
            "label of row " + (r + 1),
            "class " + labels[r],
            "0 to %d, as the network has %d classes".formatted(classes - 1, classes));
      }
    }
  }

  double[][] calibrationRows() {
    return Arrays.stream(calibration).mapToObj(r -> rows[r]).toArray(double[][]::new);
  }

  double[][] validationRows() {
    return Arrays.stream(validation).mapToObj(r -> rows[r]).toArray(double[][]::new);
  }

  /** The part of the validation rows whose class is right, 0 to 1. */
  double accuracy(int[] classes) {
    int right = 0;
    for (int r = 0; r < classes.length; r++) {
      right += classes[r] == labels[validation[r]] ? 1 : 0;
    }
    return (double) right / classes.length;
  }
}
