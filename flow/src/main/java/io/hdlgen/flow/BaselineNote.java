package io.hdlgen.flow;

import java.util.Optional;

/** Finds accuracy that needs no network. */
final class BaselineNote {
  private static final String HINT =
      " is below that of always guessing the most frequent class: are the label column, the order"
          + " of classes and features and the scale of the values those of the training?";

  private BaselineNote() {}

  /** What to tell of the accuracy, if it is below the baseline. */
  static Optional<String> of(double accuracy, double majorityBaseline) {
    return note("The accuracy", accuracy, majorityBaseline);
  }

  /** What to tell of the accuracy of the model of real numbers, if it is below the baseline. */
  static Optional<String> ofFloat(double accuracy, double majorityBaseline) {
    return note("The accuracy of the model of real numbers", accuracy, majorityBaseline);
  }

  private static Optional<String> note(String what, double accuracy, double majorityBaseline) {
    return accuracy < majorityBaseline ? Optional.of(what + HINT) : Optional.empty();
  }
}
