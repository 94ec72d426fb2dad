package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.annotation.NetworkAnnotation;
import java.util.Optional;

/** The decision that a file says it makes, with the scores that its outputs are. */
final class DeclaredDecision {
  private static final double MAX_EXACT = 0x1p53;

  private DeclaredDecision() {}

  /**
   * The decision, if the outputs can be its scores.
   *
   * @param gains output k is {@code gains[k] * value[k] + offsets[k]}
   */
  static Optional<Decision> of(NetworkAnnotation annotation, double[] gains, double[] offsets) {
    long[] multipliers = new long[gains.length];
    long[] terms = new long[gains.length];
    for (int k = 0; k < gains.length; k++) {
      double term = offsets[k] + annotation.threshold();
      if (!isInteger(gains[k]) || gains[k] < 1 || !isInteger(offsets[k]) || !isInteger(term)) {
        return Optional.empty();
      }
      multipliers[k] = (long) gains[k];
      terms[k] = (long) term;
    }
    LongVector m = LongVector.of(multipliers);
    LongVector c = LongVector.of(terms);
    return switch (annotation.decision()) {
      case ARG_MAX -> Optional.of(new Decision.ArgMax(m, c));
      case SCORES -> Optional.of(new Decision.Scores(m, c));
      case THRESHOLD ->
          gains.length == 1
              ? Optional.of(new Decision.Threshold(m, c, annotation.threshold()))
              : Optional.empty();
    };
  }

  private static boolean isInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) <= MAX_EXACT;
  }
}
