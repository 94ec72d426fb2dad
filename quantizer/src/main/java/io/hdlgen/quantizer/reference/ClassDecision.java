package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.ArgMax;
import io.hdlgen.quantizer.network.Decision.Scores;
import io.hdlgen.quantizer.network.Decision.Table;
import io.hdlgen.quantizer.network.Decision.Threshold;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.Match;
import java.util.Arrays;
import java.util.List;

/** The class that a decision makes of some scores, or of the last layer's values if it has none. */
final class ClassDecision implements Decision.Visitor<Integer> {
  private final long[] operands;

  ClassDecision(long[] operands) {
    this.operands = operands;
  }

  @Override
  public Integer visit(ArgMax argMax) {
    return argMax.tournament().isEmpty() ? greatest() : winner(argMax.tournament());
  }

  private int greatest() {
    int best = 0;
    for (int k = 1; k < operands.length; k++) {
      if (operands[k] > operands[best]) {
        best = k;
      }
    }
    return best;
  }

  private int winner(List<Match> tournament) {
    int[] indices = new int[operands.length + tournament.size()];
    Arrays.setAll(indices, k -> k);
    int next = operands.length;
    for (Match match : tournament) {
      int left = indices[match.left()];
      int right = indices[match.right()];
      indices[next++] = match.keepsLeft(operands[left], operands[right]) ? left : right;
    }
    return indices[next - 1];
  }

  @Override
  public Integer visit(Threshold threshold) {
    return operands[0] >= threshold.threshold() ? 1 : 0;
  }

  @Override
  public Integer visit(Scores none) {
    return Inference.NO_CLASS;
  }

  @Override
  public Integer visit(Table table) {
    return table.classOf(operands);
  }

  @Override
  public Integer visit(DecisionDiagram diagram) {
    return diagram.classOf(operands);
  }

  @Override
  public Integer visit(AndInverterGraph logic) {
    return logic.classOf(operands);
  }
}
