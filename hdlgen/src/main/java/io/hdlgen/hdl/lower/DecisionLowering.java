package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
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
        builder.output(Origin.of("score_" + k), scorePort(k), scores.get(k));
      }
    }
    return builder.build();
  }

  private int score(Decision decision, CodedValue value, int k) {
    Origin origin = Origin.of("score_" + k);
    BigInteger multiplier = BigInteger.valueOf(decision.multipliers().get(k));
    BigInteger constant =
        multiplier.multiply(value.first()).add(BigInteger.valueOf(decision.offsets().get(k)));
    BigInteger factor = multiplier.multiply(value.step());
    if (value.isConstant()) {
      return builder.constant(origin, value.code().min().multiply(factor).add(constant));
    }
    int code =
        builder.input(
            new Origin(layer, k, "value"), value.code(), LayerLowering.inputPort(layer, k));
    return SumTree.affine(builder, origin, code, factor, constant);
  }

  @Override
  public Integer visit(Decision.ArgMax argMax) {
    return argMax.tournament().isEmpty()
        ? new ArgMaxTree(builder, scores).best().index()
        : new TournamentTree(builder, scores).winner(argMax.tournament());
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
}
