package io.hdlgen.explore.words;

import java.util.List;

/**
 * A classifier as rules in order: the class is that of the first rule that holds.
 *
 * @param rules in order
 * @param otherwise the class where none holds
 */
record RuleList(List<Rule> rules, int otherwise) {
  /**
   * A rule.
   *
   * @param conditions at least one, all of which have to hold
   * @param answer the class
   */
  record Rule(List<Condition> conditions, int answer) {
    Rule {
      conditions = List.copyOf(conditions);
    }

    private boolean holds(int[] codes) {
      return conditions.stream().allMatch(each -> each.holds(codes[each.feature()]));
    }
  }

  /**
   * A range of a feature's code.
   *
   * @param feature its place
   * @param from the lowest code
   * @param to the highest code
   */
  record Condition(int feature, int from, int to) {
    private boolean holds(int code) {
      return code >= from && code <= to;
    }
  }

  RuleList {
    rules = List.copyOf(rules);
  }

  /** The class of a row of codes. */
  int classify(int[] codes) {
    return rules.stream()
        .filter(rule -> rule.holds(codes))
        .findFirst()
        .map(Rule::answer)
        .orElse(otherwise);
  }
}
