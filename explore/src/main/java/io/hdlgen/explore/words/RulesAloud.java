package io.hdlgen.explore.words;

import io.hdlgen.explore.words.RuleList.Condition;
import io.hdlgen.explore.words.RuleList.Rule;
import io.hdlgen.quantizer.network.FeatureThreshold;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network as rules in the unit of the data: {@code if petal_width < 0.8: setosa}. They give every
 * combination of codes the class that the network gives it, which is tried for each of them.
 */
public final class RulesAloud {
  private static final int MOST_RULES = 20;

  private static final int MOST_COMBINATIONS = 4096;

  private final IntegerNetwork network;

  private RulesAloud(IntegerNetwork network) {
    this.network = network;
  }

  /**
   * The rules, one a line, of which the first that holds decides.
   *
   * @param network without bipolar features
   * @return empty if no {@link #MOST_RULES} or fewer are found, or there are too many combinations
   *     to look
   */
  public static Optional<List<String>> of(IntegerNetwork network) {
    Optional<CodeGrid> grid = grid(network);
    if (grid.isEmpty()) {
      return Optional.empty();
    }
    int[] classes = classes(network, grid.get());
    return RuleSearch.of(grid.get(), classes, MOST_RULES)
        .map(rules -> new RulesAloud(network).lines(checked(rules, grid.get(), classes)));
  }

  /** Why a network has no rules, in a sentence. */
  public static String without(IntegerNetwork network) {
    return grid(network).isEmpty()
        ? String.format(
            Locale.ROOT,
            "No rules were looked for: its features have more than %,d combinations of codes.",
            MOST_COMBINATIONS)
        : "No %d rules or fewer were found that do what it does.".formatted(MOST_RULES);
  }

  private static Optional<CodeGrid> grid(IntegerNetwork network) {
    long product = 1;
    int[] choices = new int[network.inputs().size()];
    for (int i = 0; i < choices.length; i++) {
      Interval range = network.inputs().get(i).range();
      long own = range.max() - range.min() + 1;
      if (own > MOST_COMBINATIONS / product) {
        return Optional.empty();
      }
      choices[i] = (int) own;
      product *= own;
    }
    return Optional.of(new CodeGrid(choices));
  }

  private static int[] classes(IntegerNetwork network, CodeGrid grid) {
    long[][] codes = new long[grid.size()][];
    for (int point = 0; point < codes.length; point++) {
      int[] own = grid.codes(point);
      codes[point] = new long[own.length];
      Arrays.setAll(codes[point], i -> own[i] + network.inputs().get(i).range().min());
    }
    return new ReferenceModel(network).classify(codes, 1);
  }

  private static RuleList checked(RuleList rules, CodeGrid grid, int[] classes) {
    for (int point = 0; point < classes.length; point++) {
      if (rules.classify(grid.codes(point)) != classes[point]) {
        throw new IllegalStateException("rules that differ from the network at " + point);
      }
    }
    return rules;
  }

  private List<String> lines(RuleList rules) {
    List<String> lines = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      List<String> conditions = new ArrayList<>();
      rule.conditions().forEach(each -> conditions.addAll(words(each)));
      lines.add(
          (lines.isEmpty() ? "if " : "else if ")
              + String.join(" and ", conditions)
              + ": "
              + network.classNames().get(rule.answer()));
    }
    lines.add(
        (lines.isEmpty() ? "always: " : "else: ") + network.classNames().get(rules.otherwise()));
    return lines;
  }

  private List<String> words(Condition condition) {
    InputFeature feature = network.inputs().get(condition.feature());
    Interval range = feature.range();
    boolean rising = feature.scale() > 0;
    List<String> words = new ArrayList<>();
    if (condition.from() > 0) {
      words.add(words(feature, rising ? ">=" : "<=", range.min() + condition.from()));
    }
    if (range.min() + condition.to() < range.max()) {
      words.add(words(feature, rising ? "<" : ">", range.min() + condition.to() + 1));
    }
    return words;
  }

  private static String words(InputFeature feature, String relation, long code) {
    return "%s %s %s"
        .formatted(
            feature.name(),
            relation,
            FeatureThreshold.readable(feature, FeatureThreshold.of(feature, code)).toPlainString());
  }
}
