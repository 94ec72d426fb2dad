package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.ArgMax;
import io.hdlgen.quantizer.network.Decision.Scores;
import io.hdlgen.quantizer.network.Decision.Threshold;
import io.hdlgen.quantizer.network.Match;
import java.util.Arrays;
import java.util.List;

/** The class that a decision makes of some scores. */
final class ClassDecision implements Decision.Visitor<Integer> {
  private final long[] scores;

  ClassDecision(long[] scores) {
    this.scores = scores;
  }

  @Override
  public Integer visit(ArgMax argMax) {
    return argMax.tournament().isEmpty() ? greatest() : winner(argMax.tournament());
  }

  private int greatest() {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return best;
  }

  private int winner(List<Match> tournament) {
    int[] indices = new int[scores.length + tournament.size()];
    Arrays.setAll(indices, k -> k);
    int next = scores.length;
    for (Match match : tournament) {
      int left = indices[match.left()];
      int right = indices[match.right()];
      indices[next++] = match.keepsLeft(scores[left], scores[right]) ? left : right;
    }
    return indices[next - 1];
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
