package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.Optional;

/**
 * How right a classifier is, and on which rows.
 *
 * @param part the rows
 * @param metrics accuracy, balanced accuracy and more
 * @param unseen right answers among those test rows whose features, all together, are those of no
 *     training row; empty if and only if the rows are no test rows
 */
public record Figures(Part part, ClassificationMetrics metrics, Optional<Proportion> unseen) {
  public Figures {
    if (unseen.isPresent() != (part == Part.TEST)) {
      throw new IllegalArgumentException("unseen rows are those of the test, and of it alone");
    }
  }

  /** On the rows that the classifier was fitted to. */
  public static Figures train(ClassificationMetrics metrics) {
    return new Figures(Part.TRAIN, metrics, Optional.empty());
  }

  /** On rows that were kept back, all folds together. */
  public static Figures validation(ClassificationMetrics metrics) {
    return new Figures(Part.VALIDATION, metrics, Optional.empty());
  }
}
