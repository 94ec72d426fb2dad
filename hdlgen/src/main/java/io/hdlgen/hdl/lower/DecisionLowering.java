package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Scores and class as a combinational module. */
final class DecisionLowering implements Decision.Visitor<Integer> {
  /** Port of the class. */
  static final String CLASS_PORT = "class_o";

  private final int layer;
  private final ModuleBuilder builder;
  private final List<CodedValue> values;

  /** The nodes of the scores; of a decision on bits, of the values. */
  private final List<Integer> scores = new ArrayList<>();

  /**
   * @param layer index of the last layer
   * @param values of that layer
   */
  DecisionLowering(String module, int layer, List<CodedValue> values) {
    this.layer = layer;
    this.values = values;
    this.builder = new ModuleBuilder(module);
  }

  /** Port of a score. */
  static String scorePort(int index) {
    return "score_" + index + "_o";
  }

  /** The module; its inputs are {@link LayerLowering#inputPort}s. */
  HdlModule lower(Decision decision, Outputs outputs) {
    if (decision instanceof Decision.OnScores scored) {
      for (int k = 0; k < values.size(); k++) {
        scores.add(score(scored, values.get(k), k));
      }
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

  private int score(Decision.OnScores decision, CodedValue value, int k) {
    Origin origin = Origin.of("score_" + k);
    BigInteger multiplier = BigInteger.valueOf(decision.multipliers().get(k));
    BigInteger constant =
        multiplier.multiply(value.first()).add(BigInteger.valueOf(decision.offsets().get(k)));
    BigInteger factor = multiplier.multiply(value.step());
    if (value.isConstant()) {
      return builder.constant(origin, value.code().min().multiply(factor).add(constant));
    }
    return SumTree.affine(builder, origin, input(k), factor, constant);
  }

  /** The code of a value that is not constant. */
  private int input(int k) {
    return builder.input(
        new Origin(layer, k, "value"), values.get(k).code(), LayerLowering.inputPort(layer, k));
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

  @Override
  public Integer visit(Decision.Table table) {
    return bits().table(table);
  }

  @Override
  public Integer visit(DecisionDiagram diagram) {
    return bits().diagram(diagram);
  }

  @Override
  public Integer visit(AndInverterGraph logic) {
    return bits().logic(logic);
  }

  private BitDecision bits() {
    List<Integer> bits = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      bits.add(bit(k));
    }
    return new BitDecision(builder, bits);
  }

  /** The node that is 1 where the value, which is 0 or 1, is. */
  private int bit(int k) {
    CodedValue value = values.get(k);
    if (value.isConstant()) {
      return value.value(value.code().min()).signum() == 0 ? BitDecision.ZERO : BitDecision.ONE;
    }
    BigInteger atOne = BigInteger.ONE.subtract(value.first()).divide(value.step());
    int code = input(k);
    Origin origin = Origin.of("bit_" + k);
    if (value.code().equals(Range.BIT)) {
      return atOne.signum() == 0 ? builder.not(origin, code) : code;
    }
    return builder.compare(origin, Comparison.EQUAL, code, builder.constant(origin, atOne));
  }
}
