package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.ArgMax;
import io.hdlgen.quantizer.network.Decision.Scores;
import io.hdlgen.quantizer.network.Decision.Threshold;

/** The class that a decision makes of some scores. */
final class ClassDecision implements Decision.Visitor<Integer> {
  private final long[] scores;

  ClassDecision(long[] scores) {
    this.scores = scores;
  }

  @Override
  public Integer visit(ArgMax argMax) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return best;
  }

  @Override
  public Integer visit(Threshold threshold) {
    return scores[0] >= threshold.threshold() ? 1 : 0;
  }

  @Override
  public Integer visit(Scores none) {
    return Inference.NO_CLASS;
  }
}
