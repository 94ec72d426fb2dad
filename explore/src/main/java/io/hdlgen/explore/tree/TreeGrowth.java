package io.hdlgen.explore.tree;

import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows decision trees best first: of all leaves the one is split whose split decreases the
 * impurity of the whole tree most (H. Shi, Best-first decision tree learning, University of
 * Waikato, 2007), as scikit-learn does with {@code max_leaf_nodes}. Deterministic: equal splits go
 * to the older node, the lower feature, the lower level. One growth gives the trees of all sizes.
 */
public final class TreeGrowth {
  private final CodeTable table;
  private final GrowthOptions options;
  private final SplitFinder finder;
  private final int[] rows;
  private final int[] moved;
  private final List<Growing> nodes = new ArrayList<>();
  private final List<Growing> frontier = new ArrayList<>();

  private TreeGrowth(CodeTable table, int[] rows, GrowthOptions options) {
    this.table = table;
    this.options = options;
    this.rows = rows.clone();
    this.moved = new int[rows.length];
    finder = new SplitFinder(table, counts(0, rows.length), options);
  }

  /** A node with the rows {@code first} to before {@code last}, and what it could become. */
  private static final class Growing {
    private final int first;
    private final int last;
    private final int depth;
    private final int[] counts;
    private Histogram histogram;
    private SplitChoice choice;
    private int ifZero;

    Growing(int first, int last, int depth, int[] counts) {
      this.first = first;
      this.last = last;
      this.depth = depth;
      this.counts = counts;
    }

    boolean isSplit() {
      return ifZero > 0;
    }
  }

  /**
   * The tree of these rows of the table.
   *
   * @param rows at least one
   */
  public static DecisionTree grow(CodeTable table, int[] rows, GrowthOptions options) {
    int weights = options.classWeights().size();
    if (rows.length == 0 || (weights > 0 && weights != table.classes())) {
      throw new IllegalArgumentException(
          "%d rows, %d class weights for %d classes"
              .formatted(rows.length, weights, table.classes()));
    }
    return new TreeGrowth(table, rows, options).grow();
  }

  private DecisionTree grow() {
    Growing root = new Growing(0, rows.length, 0, counts(0, rows.length));
    root.histogram = Histogram.empty(table).ofRows(rows, 0, rows.length);
    add(root);
    for (int leaves = 1; leaves < options.maxLeaves() && !frontier.isEmpty(); leaves++) {
      Growing best = best();
      if (!best.choice.isWorth(options.minDecrease())) {
        break;
      }
      frontier.remove(best);
      split(best);
    }
    return new DecisionTree(nodes.stream().map(this::node).toList());
  }

  private void add(Growing node) {
    nodes.add(node);
    int kinds = (int) Arrays.stream(node.counts).filter(count -> count > 0).count();
    if (kinds > 1 && node.depth < options.maxDepth()) {
      node.choice = finder.best(node.histogram, node.counts).orElse(null);
    }
    // While levels cost, a split that is not worth it may become so when its level is used.
    boolean mayBe = node.choice != null && !options.levelCost().isNone();
    if (node.choice != null && (mayBe || node.choice.isWorth(options.minDecrease()))) {
      frontier.add(node);
    } else {
      node.histogram = null;
    }
  }

  private Growing best() {
    Growing best = frontier.get(0);
    for (Growing node : frontier) {
      best = node.choice.isBetterThan(best.choice) ? node : best;
    }
    return best;
  }

  private void split(Growing node) {
    SplitChoice choice = node.choice;
    int middle = part(node, table.column(choice.feature()), choice.level());
    Growing zero = new Growing(node.first, middle, node.depth + 1, counts(node.first, middle));
    Growing one = new Growing(middle, node.last, node.depth + 1, counts(middle, node.last));
    boolean zeroSmaller = middle - node.first <= node.last - middle;
    Growing smaller = zeroSmaller ? zero : one;
    Growing larger = zeroSmaller ? one : zero;
    smaller.histogram = node.histogram.ofRows(rows, smaller.first, smaller.last);
    larger.histogram = node.histogram.minus(smaller.histogram);
    node.histogram = null;
    node.ifZero = nodes.size();
    if (finder.use(choice.feature(), choice.level())) {
      for (Growing other : frontier) {
        other.choice = finder.better(other.choice, other.histogram, other.counts, choice.feature());
      }
    }
    add(zero);
    add(one);
  }

  /** Puts the rows below the level before the others, each kind in its order; where those start. */
  private int part(Growing node, int[] column, int level) {
    int middle = node.first;
    int above = 0;
    for (int r = node.first; r < node.last; r++) {
      if (column[rows[r]] < level) {
        rows[middle++] = rows[r];
      } else {
        moved[above++] = rows[r];
      }
    }
    System.arraycopy(moved, 0, rows, middle, above);
    return middle;
  }

  private int[] counts(int first, int last) {
    int[] counts = new int[table.classes()];
    for (int r = first; r < last; r++) {
      counts[table.label(rows[r])]++;
    }
    return counts;
  }

  private TreeNode node(Growing node) {
    LongVector counts = LongVector.of(Arrays.stream(node.counts).asLongStream().toArray());
    int label = finder.label(node.counts);
    return node.isSplit()
        ? new TreeNode.Split(
            node.choice.feature(), node.choice.level(), node.ifZero, node.ifZero + 1, label, counts)
        : new TreeNode.Leaf(label, counts);
  }
}
