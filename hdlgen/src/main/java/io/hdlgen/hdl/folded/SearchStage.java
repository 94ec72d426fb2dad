package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
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

  /**
   * A stage.
   *
   * @param folds groups of neurons
   */
  SearchStage(int layer, Thresholds thresholds, Range sum, int folds) {
    this.layer = layer;
    this.thresholds = thresholds;
    this.threshold = new Range(sum.min(), thresholds.never());
    this.folds = folds;
    this.bits = output().width();
  }

  @Override
  public Range output() {
    return Range.of(0, thresholds.levels());
  }

  @Override
  public int cycles() {
    return bits - 1;
  }

  @Override
  public List<Integer> build(ModuleBuilder builder, List<Integer> sums, int ready) {
    int fold = -1;
    if (folds > 1) {
      Counter counter = new Counter(builder, Origin.of(layer, "search_fold"), folds);
      counter.advance(new Delays(builder).flag(Origin.of(layer, "search"), ready, 1));
      fold = counter.value();
    }
    List<Integer> counts = new ArrayList<>();
    for (int p = 0; p < sums.size(); p++) {
      counts.add(new Search(builder, p, sums.size(), fold).count(sums.get(p), ready));
    }
    return counts;
  }

  /** The search of one neuron of a group. */
  private final class Search {
    private final ModuleBuilder builder;
    private final Origin origin;
    private final Delays delays;
    private final int lane;
    private final int pe;
    private int fold;

    Search(ModuleBuilder builder, int lane, int pe, int fold) {
      this.builder = builder;
      this.origin = new Origin(layer, lane, "search");
      this.delays = new Delays(builder);
      this.lane = lane;
      this.pe = pe;
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
      List<BigInteger> words = new ArrayList<>();
      for (int f = 0; f < folds; f++) {
        words.add(field(f, 1 << (bits - 1)));
      }
      int word =
          new SlotRom(builder, origin.as("threshold"), words, threshold.width()).build(ready);
      return builder.slice(origin.as("threshold"), word, 0, threshold);
    }

    /** The threshold that decides the bit after these. */
    private int next(List<Integer> known) {
      int step = known.size();
      int offset = 1 << (bits - 1 - step);
      int low = 0;
      while (((long) folds << (step - low)) > SlotRom.MOST_WORDS && low < step) {
        low++;
      }
      List<BigInteger> words = new ArrayList<>();
      for (int f = 0; f < folds; f++) {
        for (int high = 0; high < 1 << (step - low); high++) {
          BigInteger word = BigInteger.ZERO;
          for (int part = 0; part < 1 << low; part++) {
            int prefix = (high << low) + part;
            BigInteger field = field(f, (prefix << (bits - step)) + offset);
            word = word.or(field.shiftLeft(part * threshold.width()));
          }
          words.add(word);
        }
      }
      List<Integer> address = new ArrayList<>(reversed(known.subList(0, step - low)));
      if (fold >= 0) {
        address.add(fold);
      }
      int word =
          address.isEmpty()
              ? builder.constant(origin.as("threshold"), words.get(0))
              : builder.rom(
                  origin.as("threshold"),
                  address.size() == 1 ? address.get(0) : builder.concat(origin.as("at"), address),
                  words,
                  Range.unsigned(threshold.width() << low));
      int field = word;
      if (low > 0) {
        List<Integer> parts = reversed(known.subList(step - low, step));
        int part = parts.size() == 1 ? parts.get(0) : builder.concat(origin.as("part"), parts);
        int shown = builder.register(origin.as("shown"), part, Node.Register.ALWAYS);
        field = new Lanes(builder, origin).select(word, shown, 1 << low, threshold.width());
      }
      return builder.slice(origin.as("threshold"), field, 0, threshold);
    }

    private BigInteger field(int f, int position) {
      BigInteger value = thresholds.at(f * pe + lane, position);
      return value.and(BigInteger.ONE.shiftLeft(threshold.width()).subtract(BigInteger.ONE));
    }

    private List<Integer> reversed(List<Integer> list) {
      List<Integer> reversed = new ArrayList<>(list);
      java.util.Collections.reverse(reversed);
      return reversed;
    }
  }
}
