package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.List;
import java.util.Locale;

/** Prints the functions that users call: from codes to scores, and from scores to a class. */
final class DecisionCode implements Decision.Visitor<String> {
  private final String top;
  private final String macro;
  private final CType codeType;
  private final IntegerNetwork network;
  private final NetworkRanges ranges;

  DecisionCode(
      String top, String macro, CType codeType, IntegerNetwork network, NetworkRanges ranges) {
    this.top = top;
    this.macro = macro;
    this.codeType = codeType;
    this.network = network;
    this.ranges = ranges;
  }

  void print(CText text) {
    String score = affine(text);
    text.comment(
        "The scores of one inference: codes[%s_FEATURES], scores[%s_SCORES]."
            .formatted(macro, macro));
    text.line(
        "static inline void %1$s_scores(const %2$s *codes, int64_t *scores) {",
        top, codeType.text());
    int layers = network.layers().size();
    for (int l = 0; l < layers; l++) {
      text.line(
          "  %s v%d[%d];",
          CType.holding(ranges.values().get(l)).text(), l, network.layers().get(l).outputs());
    }
    for (int l = 0; l < layers; l++) {
      text.line("  %s_layer%d(%s, v%d);", top, l, l == 0 ? "codes" : "v" + (l - 1), l);
    }
    text.line("  for (int k = 0; k < %s_SCORES; k++) {", macro);
    text.line(
        "    scores[k] = " + String.format(Locale.ROOT, score, top, layers - 1) + ";\n  }\n}\n");
    text.line(network.decision().accept(this));
  }

  /** The constants of the scores, and the expression of one. */
  private String affine(CText text) {
    LongVector multipliers = network.decision().multipliers();
    LongVector offsets = network.decision().offsets();
    String score = "v%2$d[k]";
    boolean scaled = !multipliers.equals(LongVector.filled(multipliers.size(), 1));
    boolean moved = !offsets.equals(LongVector.filled(offsets.size(), 0));
    if (scaled) {
      text.vector(CType.holding(CHeader.range(multipliers)), top + "_multipliers", multipliers);
      score = "(int64_t)%1$s_multipliers[k] * " + score;
    }
    if (moved) {
      text.vector(CType.holding(CHeader.range(offsets)), top + "_offsets", offsets);
      score = (scaled ? "" : "(int64_t)") + score + " + %1$s_offsets[k]";
    }
    if (scaled || moved) {
      text.line("");
    }
    return score;
  }

  @Override
  public String visit(Decision.ArgMax argMax) {
    if (!argMax.tournament().isEmpty()) {
      return tournament(argMax.tournament()) + classify();
    }
    return """
        // The class: the greatest score, the first of several that are equally great.
        static inline int %1$s_class(const int64_t *scores) {
          int best = 0;
          for (int k = 1; k < %2$s_SCORES; k++) {
            if (scores[k] > scores[best]) {
              best = k;
            }
          }
          return best;
        }
        """
            .formatted(top, macro)
        + classify();
  }

  private String tournament(List<Match> matches) {
    StringBuilder steps = new StringBuilder();
    int next = network.scores();
    for (Match match : matches) {
      String mask = CType.literal(match.mask());
      steps.append(
          "  player[%3$s] = (scores[player[%1$s]] & %4$s) >= (scores[player[%2$s]] & %4$s) ? player[%1$s] : player[%2$s];\n"
              .formatted(match.left(), match.right(), next++, mask));
    }
    return """
        // The class: the winner of comparators that look at chosen bits, the left one on a tie.
        static inline int %1$s_class(const int64_t *scores) {
          int player[%2$s];
          for (int k = 0; k < %3$s_SCORES; k++) {
            player[k] = k;
          }
        %4$s  return player[%5$s];
        }
        """
        .formatted(top, next, macro, steps, next - 1);
  }

  @Override
  public String visit(Decision.Threshold decision) {
    // A comparison that is always true is a warning.
    String condition =
        decision.threshold() == Long.MIN_VALUE
            ? "(void)scores;\n  return 1;"
            : "return scores[0] >= %s ? 1 : 0;".formatted(CType.literal(decision.threshold()));
    return """
        // The class: 1 from a threshold on, else 0.
        static inline int %1$s_class(const int64_t *scores) {
          %2$s
        }
        """
            .formatted(top, condition)
        + classify();
  }

  @Override
  public String visit(Decision.Scores scores) {
    return "// This network gives no class.\n";
  }

  private String classify() {
    return """

        // The class and the scores of one inference.
        static inline int %1$s_classify(const %2$s *codes, int64_t *scores) {
          %1$s_scores(codes, scores);
          return %1$s_class(scores);
        }
        """
        .formatted(top, codeType.text());
  }
}
