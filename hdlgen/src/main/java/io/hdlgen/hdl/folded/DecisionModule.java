package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.lower.ArgMaxTree;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From scores, a group at a time, to the result beat: keeps the greatest score so far, or all of
 * them. Neurons that fill up the last group have the least score of all, and a higher index.
 */
final class DecisionModule {
  static final String RESULT = "result_o";

  private final String name;
  private final FoldedLayer shape;
  private final Decision decision;
  private final Range score;
  private final boolean classes;
  private final boolean scores;
  private final Pipeline best;

  /**
   * A decision.
   *
   * @param score the range of all scores
   */
  DecisionModule(FoldedOptions options, FoldedLayer shape, Range score) {
    this.name = options.top() + "_decision";
    this.shape = shape;
    this.decision = LayerPlan.decision(options.network().decision(), options.declaration());
    this.score = score;
    Outputs outputs = options.outputs();
    this.classes = !(decision instanceof Decision.Scores) && outputs.hasClass();
    this.scores = decision instanceof Decision.Scores || outputs.hasScores();
    HdlModule group = group();
    best =
        Pipeline.forClock(
            PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(group))).modules(),
            options.costs(),
            options.clockMhz(),
            Pipeline.Flow.FREE_RUNNING);
  }

  /** Cycles from the last group of scores to the result. */
  int cycles() {
    return best.stages() + (shape.nf() > 1 ? 1 : 0);
  }

  /** What is made of one group; all of it equally late. */
  private HdlModule group() {
    ModuleBuilder builder = new ModuleBuilder(name + "_group");
    List<Integer> nodes = new ArrayList<>();
    for (int p = 0; p < shape.pe(); p++) {
      nodes.add(builder.input(Origin.of("score_" + p), score, "score_" + p + "_i"));
    }
    if (classes) {
      decision.accept(new GroupDecision(builder, nodes));
    }
    if (scores) {
      for (int p = 0; p < shape.pe(); p++) {
        builder.output(Origin.of("score_" + p), "score_" + p + "_o", nodes.get(p));
      }
    }
    return builder.build();
  }

  HdlModule groupModule() {
    return best.modules().get(0);
  }

  /**
   * The module.
   *
   * @param outputs where the results lie in the result beat
   */
  HdlModule build(List<Field> outputs, int outputBits) {
    ModuleBuilder builder = new ModuleBuilder(name);
    int write = builder.input(Origin.of("write"), Range.BIT, LayerModule.WRITE_IN);
    int width = score.width();
    int word =
        builder.input(Origin.of("word"), Range.unsigned(shape.pe() * width), LayerModule.WORD_IN);
    Lanes lanes = new Lanes(builder, Origin.of("score"));
    Map<String, Integer> connections = new LinkedHashMap<>();
    for (int p = 0; p < shape.pe(); p++) {
      connections.put("score_" + p + "_i", lanes.part(word, p, score));
    }
    Map<String, Integer> group = builder.instance(Origin.of("group"), groupModule(), connections);
    int valid = new Delays(builder).flag(Origin.of("valid"), write, best.stages());
    Counter fold = new Counter(builder, Origin.of("fold"), shape.nf());
    fold.advance(valid);
    Map<String, Integer> results = new LinkedHashMap<>();
    if (classes) {
      results.put("class", new ClassKeeper(builder, fold, valid).keep(group));
    }
    if (scores) {
      for (int k = 0; k < shape.outputs(); k++) {
        results.put("score_" + k, kept(builder, fold, valid, group, k));
      }
    }
    int done =
        new Delays(builder)
            .flag(
                Origin.of("done"),
                builder.and(Origin.of("last"), valid, fold.isLast()),
                shape.nf() > 1 ? 1 : 0);
    builder.output(Origin.of("done"), LayerModule.WRITE_OUT, done);
    builder.output(Origin.of("result"), RESULT, beat(builder, results, outputs, outputBits));
    return builder.build();
  }

  /** A score, kept until those of the last group are there. */
  private int kept(
      ModuleBuilder builder, Counter fold, int valid, Map<String, Integer> group, int k) {
    int value = group.get("score_" + k % shape.pe() + "_o");
    if (shape.nf() == 1) {
      return value;
    }
    int here =
        builder.compare(
            Origin.of("here"),
            Comparison.EQUAL,
            fold.value(),
            builder.constant(Origin.of("group"), k / shape.pe()));
    return builder.register(
        Origin.of("score_" + k), value, builder.and(Origin.of("keep"), here, valid));
  }

  /** The result beat: every field at its place, zeros behind the last. */
  private static int beat(
      ModuleBuilder builder, Map<String, Integer> results, List<Field> outputs, int outputBits) {
    List<Integer> parts = new ArrayList<>();
    int used = 0;
    for (Field field : outputs) {
      int node = results.get(field.name());
      int width = field.width();
      parts.add(
          builder.node(node).width() > width
              ? builder.slice(Origin.of("field"), node, 0, Range.of(field.min(), field.max()))
              : builder.extend(node, width));
      used += width;
    }
    if (used < outputBits) {
      parts.add(builder.extend(builder.constant(Origin.of("padding"), 0), outputBits - used));
    }
    return builder.concat(Origin.of("result"), parts);
  }

  /** The class, from group to group. */
  private final class ClassKeeper {
    private final ModuleBuilder builder;
    private final Counter fold;
    private final int valid;

    ClassKeeper(ModuleBuilder builder, Counter fold, int valid) {
      this.builder = builder;
      this.fold = fold;
      this.valid = valid;
    }

    int keep(Map<String, Integer> group) {
      int index = group.get("index_o");
      if (shape.nf() == 1) {
        return index;
      }
      int value = group.get("best_o");
      Range classRange = Range.of(0, (long) shape.nf() * shape.pe() - 1);
      int best = builder.feedback(Origin.of("best"), score, Register.ALWAYS, null);
      int winner = builder.feedback(Origin.of("class"), classRange, Register.ALWAYS, null);
      int zero = builder.constant(Origin.of("zero"), 0);
      int first =
          builder.feedback(Origin.of("first"), classRange, Register.ALWAYS, BigInteger.ZERO);
      int step = builder.constant(Origin.of("step"), shape.pe());
      int further = builder.add(Origin.of("further"), first, step);
      int turn = builder.mux(Origin.of("first_next"), fold.isLast(), zero, further);
      builder.connect(first, builder.known(turn, classRange), valid);
      int here = builder.add(Origin.of("here"), first, index, classRange);
      int greater = builder.compare(Origin.of("greater"), Comparison.LESS, best, value);
      int wins = builder.or(Origin.of("wins"), fold.isFirst(), greater);
      int takes = builder.and(Origin.of("takes"), wins, valid);
      builder.connect(best, value, takes);
      builder.connect(winner, here, takes);
      return winner;
    }
  }

  /** The decision within one group. */
  private static final class GroupDecision implements Decision.Visitor<Void> {
    private final ModuleBuilder builder;
    private final List<Integer> scores;

    GroupDecision(ModuleBuilder builder, List<Integer> scores) {
      this.builder = builder;
      this.scores = scores;
    }

    @Override
    public Void visit(Decision.ArgMax argMax) {
      ArgMaxTree.Best best = new ArgMaxTree(builder, scores).best();
      builder.output(Origin.of("best"), "best_o", best.score());
      builder.output(Origin.of("index"), "index_o", best.index());
      return null;
    }

    @Override
    public Void visit(Decision.Threshold threshold) {
      int constant = builder.constant(Origin.of("threshold"), threshold.threshold());
      builder.output(
          Origin.of("index"),
          "index_o",
          builder.compare(Origin.of("class"), Comparison.GREATER_EQUAL, scores.get(0), constant));
      return null;
    }

    @Override
    public Void visit(Decision.Scores none) {
      throw new IllegalArgumentException("a decision without classes has no class");
    }

    @Override
    public Void visit(Decision.Table table) {
      throw onBits();
    }

    @Override
    public Void visit(DecisionDiagram diagram) {
      throw onBits();
    }

    @Override
    public Void visit(AndInverterGraph logic) {
      throw onBits();
    }

    private static IllegalArgumentException onBits() {
      return new IllegalArgumentException("a folded design decides on scores");
    }
  }
}
