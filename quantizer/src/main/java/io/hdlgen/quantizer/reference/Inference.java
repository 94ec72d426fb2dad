package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/**
 * Everything that one inference computes.
 *
 * @param accumulators {@code [layers][outputs]}
 * @param values {@code [layers][outputs]}, behind the activation
 * @param scores {@code [scores]}; none if the decision is on bits
 * @param classIndex the class, or {@link #NO_CLASS} if the decision gives scores alone
 */
public record Inference(
    List<LongVector> accumulators, List<LongVector> values, LongVector scores, int classIndex) {
  /** The class index where the decision gives scores alone. */
  public static final int NO_CLASS = -1;

  public Inference {
    accumulators = List.copyOf(accumulators);
    values = List.copyOf(values);
  }
}
