package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
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
    if (network.decision() instanceof Decision.OnScores scored) {
      scores(text, scored);
    }
    text.line(network.decision().accept(this));
  }

  private void scores(CText text, Decision.OnScores decision) {
    String score = affine(text, decision);
    text.comment(
        "The scores of one inference: codes[%s_FEATURES], scores[%s_SCORES]."
            .formatted(macro, macro));
    text.line(
        "static inline void %1$s_scores(const %2$s *codes, int64_t *scores) {",
        top, codeType.text());
    text.line(values() + "\n  for (int k = 0; k < %s_SCORES; k++) {", macro);
    String last = Integer.toString(network.layers().size() - 1);
    text.line("    scores[k] = " + String.format(Locale.ROOT, score, top, last) + ";\n  }\n}\n");
  }

  /** Statements that compute the values of all layers. */
  private String values() {
    StringBuilder code = new StringBuilder();
    int layers = network.layers().size();
    String inputs = network.hasThermometers() ? "x" : "codes";
    if (network.hasThermometers()) {
      code.append(
          String.format(Locale.ROOT, "  %s x[%d];\n", codeType.text(), network.inputValues()));
    }
    for (int l = 0; l < layers; l++) {
      code.append(
          String.format(
              Locale.ROOT,
              "  %s v%d[%d];\n",
              CType.holding(ranges.values().get(l)).text(),
              l,
              network.layers().get(l).outputs()));
    }
    if (network.hasThermometers()) {
      code.append("  %s_values(codes, x);\n".formatted(top));
    }
    for (int l = 0; l < layers; l++) {
      code.append(
          String.format(
              Locale.ROOT, "  %s_layer%d(%s, v%d);\n", top, l, l == 0 ? inputs : "v" + (l - 1), l));
    }
    return code.toString().stripTrailing();
  }

  /** The constants of the scores, and the expression of one. */
  private String affine(CText text, Decision.OnScores decision) {
    LongVector multipliers = decision.multipliers();
    LongVector offsets = decision.offsets();
    String score = "v%2$s[k]";
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

  @Override
  public String visit(Decision.Table table) {
    CText text = new CText();
    text.comment("The class by the bits of the last layer, the first one lowest.");
    text.vector(CType.holding(CHeader.range(table.classes())), top + "_classes", table.classes());
    String last = "v" + (network.layers().size() - 1);
    return text
        + onBits(
            String.format(
                Locale.ROOT,
                """
              int index = 0;
              for (int k = 0; k < %2$d; k++) {
                index |= (int)(%3$s[k] != 0) << k;
              }
              return %1$s_classes[index];
            """,
                top,
                table.values(),
                last));
  }

  @Override
  public String visit(DecisionDiagram diagram) {
    String last = "v" + (network.layers().size() - 1);
    StringBuilder code = new StringBuilder();
    code.append("  (void)%s;\n".formatted(last));
    boolean[] jumped = new boolean[diagram.nodes().size()];
    List<DecisionDiagram.Node> nodes = diagram.nodes();
    mark(diagram.root(), jumped);
    for (int i = 0; i < jumped.length; i++) {
      if (jumped[i]) {
        mark(nodes.get(i).ifZero(), jumped);
        mark(nodes.get(i).ifOne(), jumped);
      }
    }
    code.append("  %s\n".formatted(go(diagram.root())));
    for (int i = 0; i < nodes.size(); i++) {
      if (jumped[i]) {
        DecisionDiagram.Node node = nodes.get(i);
        code.append(
            String.format(
                Locale.ROOT,
                "node%d:\n  if (%s[%d]) {\n    %s\n  }\n  %s\n",
                i,
                last,
                node.value(),
                go(node.ifOne()),
                go(node.ifZero())));
      }
    }
    return onBits(code.toString());
  }

  @Override
  public String visit(AndInverterGraph logic) {
    String last = "v" + (network.layers().size() - 1);
    int gates = 1 + logic.values();
    StringBuilder code = new StringBuilder("  (void)" + last + ";\n");
    code.append("  uint8_t b[" + (gates + logic.gates().size()) + "];\n  b[0] = 0;\n");
    code.append("  for (int k = 0; k < " + logic.values() + "; k++) {\n");
    code.append("    b[1 + k] = " + last + "[k] != 0;\n  }\n");
    for (int g = 0; g < logic.gates().size(); g++) {
      AndInverterGraph.And gate = logic.gates().get(g);
      code.append("  b[" + (gates + g) + "] = ");
      code.append(literal(gate.a()) + " & " + literal(gate.b()) + ";\n");
    }
    List<String> bits = new ArrayList<>();
    for (int o = 0; o < logic.outputs().size(); o++) {
      bits.add(literal(logic.outputs().get(o)) + " << " + o);
    }
    String limit = Integer.toString(logic.lastClass());
    code.append("  int code = " + String.join(" | ", bits) + ";\n");
    code.append("  return code < " + limit + " ? code : " + limit + ";\n");
    return onBits(code.toString());
  }

  private static String literal(long literal) {
    String bit = "b[" + (literal >> 1) + "]";
    return (literal & 1) == 0 ? bit : "(" + bit + " ^ 1)";
  }

  private static void mark(DecisionDiagram.Successor successor, boolean[] jumped) {
    if (!successor.isClass()) {
      jumped[successor.index()] = true;
    }
  }

  private static String go(DecisionDiagram.Successor successor) {
    return successor.isClass()
        ? "return " + successor.index() + ";"
        : "goto node" + successor.index() + ";";
  }

  /** The function of a decision without scores. */
  private String onBits(String decide) {
    return """
        // The class of one inference, which has no scores: scores may be NULL.
        static inline int %1$s_classify(const %2$s *codes, int64_t *scores) {
        %3$s
          (void)scores;
        %4$s}
        """
        .formatted(top, codeType.text(), values(), decide);
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
