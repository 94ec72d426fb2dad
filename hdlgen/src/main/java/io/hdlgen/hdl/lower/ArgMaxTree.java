package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.List;

/** Finds the greatest of some scores, and which one it is; the first one on a tie. */
public record ArgMaxTree(ModuleBuilder builder, List<Integer> scores) {

  /** The greatest of some scores, and its index counted from the first of them. */
  public record Best(int score, int index) {}

  /** The greatest of all. */
  public Best best() {
    return best(0, scores.size());
  }

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
    Origin origin = Origin.of("best_" + first + "_" + count);
    int rightWins =
        builder.compare(
            origin.as(origin.role() + "_right"), Comparison.LESS, low.score(), high.score());
    int score = builder.mux(origin, rightWins, high.score(), low.score());
    if (left == 1) {
      return new Best(score, rightWins);
    }
    int index =
        builder.mux(origin.as(origin.role() + "_index"), rightWins, high.index(), low.index());
    int field = builder.extend(index, Range.of(0, left - 1).width());
    return new Best(
        score,
        builder.concat(
            origin.as(origin.role() + "_index"),
            List.of(field, rightWins),
            Range.of(0, count - 1)));
  }
}
