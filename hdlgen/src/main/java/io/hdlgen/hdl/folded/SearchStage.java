package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the thresholds that sums reach by a binary search, one bit a cycle: each step reads the
 * threshold that the bits so far ask for from a memory of its own.
 */
final class SearchStage implements OutputStage {
  private final int layer;
  private final Thresholds thresholds;
  private final Range threshold;
  private final int folds;
  private final int bits;
  private final List<List<WordTable>> tables;

  /**
   * A stage.
   *
   * @param folds groups of neurons
   * @param tables of each lane, one a step
   */
  SearchStage(int layer, Thresholds thresholds, int folds, List<List<WordTable>> tables) {
    this.layer = layer;
    this.thresholds = thresholds;
    this.threshold = thresholds.field();
    this.folds = folds;
    this.bits = SearchTables.bits(thresholds);
    this.tables = tables;
  }

  @Override
  public Range output() {
    return Range.of(0, thresholds.count());
  }

  @Override
  public int cycles() {
    return bits - 1;
  }

  @Override
  public List<Integer> build(
      ModuleBuilder builder, WordSource words, List<Integer> sums, int ready, int cycles) {
    int fold = -1;
    if (folds > 1) {
      Counter counter = new Counter(builder, Origin.of(layer, "search_fold"), folds);
      counter.advance(new Delays(builder).flag(Origin.of(layer, "search"), ready, 1));
      fold = counter.value();
    }
    List<Integer> counts = new ArrayList<>();
    for (int p = 0; p < sums.size(); p++) {
      counts.add(new Search(builder, words, p, fold, cycles).count(sums.get(p), ready));
    }
    return counts;
  }

  /** The search of one neuron of a group. */
  private final class Search {
    private final ModuleBuilder builder;
    private final Origin origin;
    private final Delays delays;
    private final WordSource words;
    private final List<WordTable> tables;
    private final int cycles;
    private int fold;

    Search(ModuleBuilder builder, WordSource words, int lane, int fold, int cycles) {
      this.builder = builder;
      this.origin = new Origin(layer, lane, "search");
      this.delays = new Delays(builder);
      this.words = words;
      this.tables = SearchStage.this.tables.get(lane);
      this.cycles = cycles;
      this.fold = fold;
    }

    int count(int sums, int ready) {
      int sum = sums;
      List<Integer> highestFirst = new ArrayList<>();
      int level = first(ready);
      for (int step = 0; step < bits; step++) {
        highestFirst.add(builder.compare(origin.as("ge"), Comparison.GREATER_EQUAL, sum, level));
        if (step + 1 < bits) {
          level = next(highestFirst);
          sum = delays.data(origin.as("sum"), sum, 1);
          fold = fold < 0 ? fold : delays.data(origin.as("fold"), fold, 1);
          for (int b = 0; b < highestFirst.size(); b++) {
            highestFirst.set(b, delays.data(origin.as("bit"), highestFirst.get(b), 1));
          }
        }
      }
      List<Integer> lowestFirst = reversed(highestFirst);
      return lowestFirst.size() == 1
          ? lowestFirst.get(0)
          : builder.concat(origin.as("act"), lowestFirst, output());
    }

    private int first(int ready) {
      int word = words.inTurn(origin.as("threshold"), tables.get(0), ready, cycles).word();
      return builder.slice(origin.as("threshold"), word, 0, threshold);
    }

    /** The threshold that decides the bit after these. */
    private int next(List<Integer> known) {
      int step = known.size();
      int low = SearchTables.packed(step, folds, words.mostWords());
      List<Integer> address = new ArrayList<>(reversed(known.subList(0, step - low)));
      if (fold >= 0) {
        address.add(fold);
      }
      int word = words.at(origin.as("threshold"), tables.get(step), address, cycles + step);
      int field = word;
      if (low > 0) {
        List<Integer> parts = reversed(known.subList(step - low, step));
        int part = parts.size() == 1 ? parts.get(0) : builder.concat(origin.as("part"), parts);
        int shown = builder.register(origin.as("shown"), part, Node.Register.ALWAYS);
        field = new Lanes(builder, origin).select(word, shown, 1 << low, threshold.width());
      }
      return builder.slice(origin.as("threshold"), field, 0, threshold);
    }

    private List<Integer> reversed(List<Integer> list) {
      List<Integer> reversed = new ArrayList<>(list);
      java.util.Collections.reverse(reversed);
      return reversed;
    }
  }
}
