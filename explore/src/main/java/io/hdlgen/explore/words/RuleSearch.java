package io.hdlgen.explore.words;

import io.hdlgen.explore.words.RuleList.Condition;
import io.hdlgen.explore.words.RuleList.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds rules for a table of classes over all combinations of codes: greedily, each the largest box
 * of one class that is found among what no earlier rule covers.
 */
final class RuleSearch {
  private static final int MOST_SEEDS = 64;
  private static final int MOST_ORDERS = 8;

  private final CodeGrid grid;
  private final int[] classes;
  private final BitSet open;

  private RuleSearch(CodeGrid grid, int[] classes) {
    this.grid = grid;
    this.classes = classes;
    this.open = new BitSet(grid.size());
    open.set(0, grid.size());
  }

  /**
   * Rules that give each combination its class; empty if that takes more than some.
   *
   * @param classes of the combinations, in the order of the grid
   * @param most rules, the last one, which holds otherwise, among them
   */
  static Optional<RuleList> of(CodeGrid grid, int[] classes, int most) {
    RuleSearch search = new RuleSearch(grid, classes);
    List<Rule> rules = new ArrayList<>();
    while (!search.isOneClass()) {
      if (rules.size() + 1 >= most) {
        return Optional.empty();
      }
      rules.add(search.next());
    }
    return Optional.of(new RuleList(rules, classes[search.open.nextSetBit(0)]));
  }

  private boolean isOneClass() {
    int first = classes[open.nextSetBit(0)];
    return open.stream().allMatch(point -> classes[point] == first);
  }

  private Rule next() {
    int[][] best = null;
    long most = 0;
    int[] seeds = open.stream().toArray();
    for (int s = 0; s < Math.min(MOST_SEEDS, seeds.length); s++) {
      int seed = seeds[(int) ((long) s * seeds.length / Math.min(MOST_SEEDS, seeds.length))];
      for (int order = 0; order < Math.min(MOST_ORDERS, grid.features()); order++) {
        int[][] box = grow(seed, order);
        // More points first, then fewer conditions.
        long merit =
            Arrays.stream(grid.box(box)).filter(open::get).count() * (grid.features() + 1L);
        merit += grid.features() - conditions(box).size();
        if (merit > most) {
          most = merit;
          best = box;
        }
      }
    }
    int answer = -1;
    for (int point : grid.box(best)) {
      answer = open.get(point) ? classes[point] : answer;
      open.clear(point);
    }
    return new Rule(conditions(best), answer);
  }

  /** A box around a point, {@code {lowest codes, highest codes}}, that cannot be widened. */
  private int[][] grow(int seed, int first) {
    int[] codes = grid.codes(seed);
    int[][] box = {codes.clone(), codes.clone()};
    int answer = classes[seed];
    for (int k = 0; k < grid.features(); k++) {
      int feature = (first + k) % grid.features();
      widen(box, feature, 0, grid.choices(feature) - 1, answer);
    }
    for (int k = 0; k < grid.features(); k++) {
      int feature = (first + k) % grid.features();
      while (box[1][feature] + 1 < grid.choices(feature)
          && widen(box, feature, box[0][feature], box[1][feature] + 1, answer)) {
        continue;
      }
      while (box[0][feature] > 0
          && widen(box, feature, box[0][feature] - 1, box[1][feature], answer)) {
        continue;
      }
    }
    return box;
  }

  /** Widens a box along a feature, if all that is open in it then is of the class. */
  private boolean widen(int[][] box, int feature, int from, int to, int answer) {
    int low = box[0][feature];
    int high = box[1][feature];
    box[0][feature] = from;
    box[1][feature] = to;
    for (int point : grid.box(box)) {
      if (open.get(point) && classes[point] != answer) {
        box[0][feature] = low;
        box[1][feature] = high;
        return false;
      }
    }
    return true;
  }

  private List<Condition> conditions(int[][] box) {
    List<Condition> conditions = new ArrayList<>();
    for (int feature = 0; feature < grid.features(); feature++) {
      if (box[0][feature] > 0 || box[1][feature] < grid.choices(feature) - 1) {
        conditions.add(new Condition(feature, box[0][feature], box[1][feature]));
      }
    }
    return conditions;
  }
}
