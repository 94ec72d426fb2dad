package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A layer: a queue that also replays, a schedule of slots, memories of weights, sums of products,
 * accumulators, and what becomes of the sums.
 *
 * <p>Each slot adds the products of one group of inputs to the sums of one group of neurons. Once a
 * slot is issued nothing stops it any more: one whose result needs a place in the next queue is
 * issued only when that has room.
 */
final class LayerModule {
  static final String WRITE_IN = "write_i";
  static final String WORD_IN = "word_i";
  static final String FREED_IN = "freed_i";
  static final String FREED_OUT = "freed_o";
  static final String WRITE_OUT = "write_o";
  static final String WORD_OUT = "word_o";

  /** For {@code foldsPerWord}, of the last layer. */
  static final int RESULTS = 0;

  private final int layer;
  private final FoldedLayer shape;
  private final LayerNumbers numbers;
  private final int readsPerWord;
  private final int foldsPerWord;
  private final boolean last;
  private final Pipeline dot;
  private final OutputStage output;
  private final ModuleBuilder builder;
  private final Delays delays;
  private final LayerTables tables;
  private WordSource words;

  /**
   * A layer.
   *
   * @param readsPerWord groups of inputs in a word of the queue
   * @param foldsPerWord groups of neurons in a word of the next queue; {@link #RESULTS} where they
   *     are taken one by one, and a place is that of a whole inference
   */
  LayerModule(
      String name,
      int layer,
      FoldedLayer shape,
      LayerNumbers numbers,
      int readsPerWord,
      int foldsPerWord,
      Pipeline dot,
      OutputStage output,
      LayerTables tables) {
    this.layer = layer;
    this.shape = shape;
    this.numbers = numbers;
    this.readsPerWord = readsPerWord;
    this.foldsPerWord = foldsPerWord;
    this.last = foldsPerWord == RESULTS;
    this.dot = dot;
    this.output = output;
    this.builder = new ModuleBuilder(name);
    this.delays = new Delays(builder);
    this.tables = tables;
  }

  /** Cycles from a slot's issue to the sums of its group of neurons. */
  static int sumCycles(Pipeline dot, FoldedLayer shape) {
    // Memories, the module's ranks, a register behind it, and the accumulators.
    return 2 + dot.stages() + (shape.sf() > 1 ? 1 : 0);
  }

  private Origin origin(String role) {
    return Origin.of(layer, role);
  }

  /**
   * The module.
   *
   * @param depth words of the queue
   * @param nextDepth words of the queue that takes what the layer gives
   * @param source where the layer has its words from
   */
  HdlModule build(int depth, int nextDepth, Function<ModuleBuilder, WordSource> source) {
    words = source.apply(builder);
    int sumCycles = sumCycles(dot, shape);
    int codeWidth = numbers.inputs().width();
    int wordWidth = readsPerWord * shape.simd() * codeWidth;
    ReplayQueue queue = new ReplayQueue(builder, layer, shape, readsPerWord, depth, wordWidth);
    int freed = builder.input(origin("freed"), Range.BIT, FREED_IN);
    Credits credits = new Credits(builder, origin("places"), nextDepth, freed);
    Counter fill = new Counter(builder, origin("fill"), last ? 1 : foldsPerWord);
    int lastFold = queue.folds().isLast();
    int lastSlot = queue.slots().isLast();
    int completes =
        builder.and(
            origin("completes"),
            lastSlot,
            last ? lastFold : builder.or(origin("word_full"), fill.isLast(), lastFold));
    int safe =
        builder.or(origin("safe"), builder.not(origin("incomplete"), completes), credits.some());
    int issue = builder.and(origin("issue"), queue.available(), safe);
    int folded = builder.and(origin("folded"), issue, lastSlot);
    fill.advance(folded, lastFold);
    int word = queue.build(issue);
    List<Integer> sums = sums(issue, queue.slots().isFirst(), word);
    credits.take(builder.and(origin("takes"), issue, completes));
    int valid =
        delays.flag(
            origin("valid"), delays.flag(origin("sum_valid"), folded, sumCycles), output.cycles());
    int ready = delays.flag(origin("sum_due"), folded, sumCycles - 1);
    write(output.build(builder, words, sums, ready, sumCycles - 1), valid);
    words.finish(folded, lastFold);
    return builder.build();
  }

  /** The sums of a group of neurons, one a lane. */
  private List<Integer> sums(int issue, int firstGroup, int word) {
    int simd = shape.simd();
    Range code = numbers.inputs().field();
    WordSource.Shown weights = words.inTurn(origin("weights"), tables.weights(), issue, 0);
    int stages = 2 + dot.stages();
    int valid = delays.flag(origin("products_valid"), issue, stages);
    int begins = delays.data(origin("begins"), firstGroup, stages);
    Lanes codes = new Lanes(builder, origin("x"));
    List<Integer> sums = new ArrayList<>();
    for (int p = 0; p < shape.pe(); p++) {
      Map<String, Integer> connections = new LinkedHashMap<>();
      for (int lane = 0; lane < simd; lane++) {
        connections.put(DotModule.codePort(lane), codes.part(word, lane, code));
        connections.put(DotModule.weightPort(lane), weights.field(origin("w"), p * simd + lane));
      }
      Origin origin = new Origin(layer, p, "dot");
      int product =
          builder
              .instance(origin, dot.modules().get(0), connections, out -> origin.as("products"))
              .get(DotModule.SUM);
      int held = builder.register(origin.as("products"), product, Node.Register.ALWAYS);
      sums.add(
          shape.sf() == 1
              ? builder.known(held, numbers.sum())
              : accumulate(p, held, begins, valid));
    }
    return sums;
  }

  private int accumulate(int p, int products, int begins, int valid) {
    Origin origin = new Origin(layer, p, "sum");
    int sum = builder.feedback(origin, numbers.running(), Node.Register.ALWAYS, null);
    int zero = builder.constant(origin.as("zero"), 0);
    int before = builder.mux(origin.as("sum_before"), begins, zero, sum);
    int next = builder.add(origin.as("sum_next"), before, products, numbers.running());
    builder.connect(sum, next, valid);
    return builder.known(sum, numbers.sum());
  }

  /** Groups of values as words of the next queue. */
  private void write(List<Integer> values, int valid) {
    Range value = output.output();
    List<Integer> fields = new ArrayList<>();
    for (int node : values) {
      fields.add(builder.extend(node, value.width()));
    }
    int group = fields.size() == 1 ? fields.get(0) : builder.concat(origin("values"), fields);
    if (last || foldsPerWord == 1) {
      builder.output(origin("write"), WRITE_OUT, valid);
      builder.output(origin("word"), WORD_OUT, plain(group));
      return;
    }
    Counter place = new Counter(builder, origin("place"), foldsPerWord);
    Counter fold = new Counter(builder, origin("fold"), shape.nf());
    place.advance(valid, fold.isLast());
    fold.advance(valid);
    List<Integer> parts = new ArrayList<>();
    for (int part = 0; part < foldsPerWord - 1; part++) {
      int here =
          builder.compare(
              origin("here"),
              Comparison.EQUAL,
              place.value(),
              builder.constant(origin("part"), part));
      int enable = builder.and(origin("keep"), here, valid);
      int kept = builder.register(origin("kept" + part), group, enable);
      boolean ends = part == (shape.nf() - 1) % foldsPerWord;
      parts.add(ends ? builder.mux(origin("newest"), here, group, kept) : kept);
    }
    parts.add(group);
    int full = builder.or(origin("full"), place.isLast(), fold.isLast());
    builder.output(origin("write"), WRITE_OUT, builder.and(origin("write"), valid, full));
    builder.output(origin("word"), WORD_OUT, builder.concat(origin("word"), parts));
  }

  /** The same bits as a number without sign. */
  private int plain(int group) {
    Range bits = Range.unsigned(builder.node(group).width());
    return builder.range(group).isSigned()
        ? builder.concat(origin("word"), List.of(group), bits)
        : group;
  }
}
