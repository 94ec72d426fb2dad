package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Decision;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Scores and class as a combinational module. */
final class DecisionLowering implements Decision.Visitor<Integer> {
  /** Port of the class. */
  static final String CLASS_PORT = "class_o";

  private final int layer;
  private final ModuleBuilder builder;
  private final List<Integer> scores = new ArrayList<>();

  /**
   * @param layer index of the last layer
   */
  DecisionLowering(String module, int layer) {
    this.layer = layer;
    this.builder = new ModuleBuilder(module);
  }

  /** Port of a score. */
  static String scorePort(int index) {
    return "score_" + index + "_o";
  }

  /** The module; its inputs are {@link LayerLowering#inputPort}s. */
  HdlModule lower(Decision decision, List<CodedValue> values, Outputs outputs) {
    for (int k = 0; k < values.size(); k++) {
      scores.add(score(decision, values.get(k), k));
    }
    boolean classes = !(decision instanceof Decision.Scores);
    if (classes && outputs.hasClass()) {
      builder.output(Origin.of("class"), CLASS_PORT, decision.accept(this));
    }
    if (!classes || outputs.hasScores()) {
      for (int k = 0; k < scores.size(); k++) {
        builder.output(new Origin(layer, k, "score_o"), scorePort(k), scores.get(k));
      }
    }
    return builder.build();
  }

  private int score(Decision decision, CodedValue value, int k) {
    Origin origin = new Origin(layer, k, "score");
    BigInteger multiplier = BigInteger.valueOf(decision.multipliers().get(k));
    BigInteger constant =
        multiplier.multiply(value.first()).add(BigInteger.valueOf(decision.offsets().get(k)));
    BigInteger factor = multiplier.multiply(value.step());
    if (value.isConstant()) {
      return builder.constant(origin, value.code().min().multiply(factor).add(constant));
    }
    int code =
        builder.input(new Origin(layer, k, "in"), value.code(), LayerLowering.inputPort(layer, k));
    return SumTree.affine(builder, origin, code, factor, constant);
  }

  @Override
  public Integer visit(Decision.ArgMax argMax) {
    return best(0, scores.size()).index();
  }

  @Override
  public Integer visit(Decision.Threshold threshold) {
    int constant = builder.constant(Origin.of("threshold"), threshold.threshold());
    return builder.compare(Origin.of("class"), Comparison.GREATER_EQUAL, scores.get(0), constant);
  }

  @Override
  public Integer visit(Decision.Scores none) {
    throw new IllegalArgumentException("a decision without classes has no class");
  }

  /** The greatest of some scores, and its index counted from the first of them. */
  private record Best(int score, int index) {}

  /**
   * The greatest of {@code count} scores. The left part is a power of two, so that the index is the
   * comparison's bit above the part's own index. A tie goes to the left.
   */
  private Best best(int first, int count) {
    if (count == 1) {
      return new Best(scores.get(first), builder.constant(Origin.of("index"), 0));
    }
    int left = Integer.highestOneBit(count - 1);
    Best low = best(first, left);
    Best high = best(first + left, count - left);
    Origin origin = new Origin(layer, first, "best");
    int rightWins = builder.compare(origin.as("loses"), Comparison.LESS, low.score(), high.score());
    int score = builder.mux(origin, rightWins, high.score(), low.score());
    if (left == 1) {
      return new Best(score, rightWins);
    }
    int index = builder.mux(origin.as("index"), rightWins, high.index(), low.index());
    int field = builder.extend(index, Range.of(0, left - 1).width());
    return new Best(
        score,
        builder.concat(origin.as("index"), List.of(field, rightWins), Range.of(0, count - 1)));
  }
}
