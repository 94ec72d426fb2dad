package io.hdlgen.quantizer.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the values of the last layer become a class: by integer scores, or, where the values are
 * bits, by a table, a diagram or gates over them.
 */
public sealed interface Decision {

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(ArgMax argMax);

    R visit(Threshold threshold);

    R visit(Scores scores);

    R visit(Table table);

    R visit(Diagram diagram);

    R visit(Logic logic);
  }

  /** Score k is {@code multiplier[k] * value[k] + offset[k]}; multipliers are positive. */
  sealed interface OnScores extends Decision {
    /** {@code [outputs]}, each at least 1. */
    LongVector multipliers();

    /** {@code [outputs]}. */
    LongVector offsets();

    /** Number of classes; 0 if the scores are the result. */
    int classes();
  }

  /**
   * No scores: the values of the last layer are all 0 or 1, and the class follows from them. How
   * many classes there are, the network says; some may never come out.
   */
  sealed interface OnBits extends Decision {
    /**
     * The class at these values.
     *
     * @param values of the last layer, each 0 or 1
     */
    int classOf(long[] values);

    /** The greatest class index that is mentioned. */
    int greatestClass();
  }

  /** Number of scores; 0 of a decision on bits. */
  default int scores() {
    return this instanceof OnScores on ? on.multipliers().size() : 0;
  }

  /**
   * This decision, which makes scores.
   *
   * @throws IllegalArgumentException if it makes none; what users ask for is refused before
   */
  default OnScores onScores() {
    if (this instanceof OnScores on) {
      return on;
    }
    throw new IllegalArgumentException("a decision on bits has no scores");
  }

  /**
   * The class is the index of the greatest score, the lowest such index on a tie; or, as an
   * approximation, the winner of a {@link Match tournament}.
   *
   * @param tournament empty, or one match less than there are scores, each score and each winner
   *     but the last in exactly one later match; the class is the winner of the last
   */
  record ArgMax(LongVector multipliers, LongVector offsets, List<Match> tournament)
      implements OnScores {
    public ArgMax {
      checkAffine(multipliers, offsets);
      tournament = List.copyOf(tournament);
      Match.contradiction(tournament, multipliers.size())
          .ifPresent(
              found -> {
                throw new IllegalArgumentException(found);
              });
    }

    /** The exact one. */
    public ArgMax(LongVector multipliers, LongVector offsets) {
      this(multipliers, offsets, List.of());
    }

    @Override
    public int classes() {
      return multipliers.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Two classes from one score: class 1 where {@code score >= threshold}, else class 0.
   *
   * @param multipliers one value
   * @param offsets one value
   */
  record Threshold(LongVector multipliers, LongVector offsets, long threshold) implements OnScores {
    public Threshold {
      checkAffine(multipliers, offsets);
      if (multipliers.size() != 1) {
        throw new IllegalArgumentException(
            "a threshold decides on one score, not " + multipliers.size());
      }
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** No class: the scores are the result. */
  record Scores(LongVector multipliers, LongVector offsets) implements OnScores {
    public Scores {
      checkAffine(multipliers, offsets);
    }

    @Override
    public int classes() {
      return 0;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The class by a table: {@code classes[sum over k of value[k] * 2^k]}. Which table is best for
   * given bits is one weighted histogram of the training rows.
   *
   * @param classes {@code [2^values]} class indices; 1 to {@link #MAX_VALUES} values
   */
  record Table(LongVector classes) implements OnBits {
    /** The most values of a table. */
    public static final int MAX_VALUES = 16;

    public Table {
      int size = classes.size();
      if (size < 2 || size > 1 << MAX_VALUES || Integer.bitCount(size) != 1) {
        throw new IllegalArgumentException(
            "a table of " + size + " classes, not 2^n of 1 to " + MAX_VALUES + " values");
      }
      for (int i = 0; i < size; i++) {
        checkClass(classes.get(i));
      }
    }

    /** Number of values that the table decides on. */
    public int values() {
      return Integer.numberOfTrailingZeros(classes.size());
    }

    @Override
    public int classOf(long[] values) {
      int index = 0;
      for (int k = 0; k < values.length; k++) {
        index |= (int) values[k] << k;
      }
      return (int) classes.get(index);
    }

    @Override
    public int greatestClass() {
      long greatest = 0;
      for (int i = 0; i < classes.size(); i++) {
        greatest = Math.max(greatest, classes.get(i));
      }
      return (int) greatest;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The class by a decision diagram: from the root on, each node looks at one value and says where
   * to go on, until that is a class. A decision tree is one; equal subtrees may be the same nodes.
   *
   * @param root where to begin
   * @param nodes each successor that is a node lies behind it, so that every path ends
   */
  record Diagram(Successor root, List<Node> nodes) implements OnBits {
    /** The most nodes of a diagram. */
    public static final int MAX_NODES = 65_536;

    public Diagram {
      nodes = List.copyOf(nodes);
      if (nodes.size() > MAX_NODES) {
        throw new IllegalArgumentException(
            "a diagram of " + nodes.size() + " nodes, not at most " + MAX_NODES);
      }
      checkSuccessor("the root", root, -1, nodes.size());
      for (int i = 0; i < nodes.size(); i++) {
        Node node = nodes.get(i);
        if (node.value() < 0) {
          throw new IllegalArgumentException("node " + i + " looks at value " + node.value());
        }
        checkSuccessor("node " + i, node.ifZero(), i, nodes.size());
        checkSuccessor("node " + i, node.ifOne(), i, nodes.size());
      }
    }

    /** A diagram that begins at node 0. */
    public static Diagram of(List<Node> nodes) {
      return new Diagram(Successor.node(0), nodes);
    }

    /** A diagram that gives one class always. */
    public static Diagram constant(int classIndex) {
      return new Diagram(Successor.ofClass(classIndex), List.of());
    }

    /**
     * Looks at a value of the last layer.
     *
     * @param value its index
     */
    public record Node(int value, Successor ifZero, Successor ifOne) {}

    /**
     * Where a path goes on.
     *
     * @param isClass whether it ends here
     * @param index of the class, else of the node
     */
    public record Successor(boolean isClass, int index) {
      /** The path goes on at a node. */
      public static Successor node(int index) {
        return new Successor(false, index);
      }

      /** The path ends with a class. */
      public static Successor ofClass(int index) {
        return new Successor(true, index);
      }
    }

    @Override
    public int classOf(long[] values) {
      Successor at = root;
      while (!at.isClass()) {
        Node node = nodes.get(at.index());
        at = values[node.value()] == 0 ? node.ifZero() : node.ifOne();
      }
      return at.index();
    }

    @Override
    public int greatestClass() {
      return Stream.concat(
              Stream.of(root),
              nodes.stream().flatMap(node -> Stream.of(node.ifZero(), node.ifOne())))
          .filter(Successor::isClass)
          .mapToInt(Successor::index)
          .max()
          .orElseThrow();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    private static void checkSuccessor(String of, Successor successor, int at, int nodes) {
      if (successor.isClass()) {
        checkClass(successor.index());
      } else if (successor.index() <= at || successor.index() >= nodes) {
        throw new IllegalArgumentException(
            "%s goes on at node %d, which is not one behind it".formatted(of, successor.index()));
      }
    }
  }

  /**
   * The class by gates: an and-inverter graph whose outputs are the bits of the class, the lowest
   * first; a code beyond the last class means the last class.
   *
   * <p>Literals are numbered as in AIGER (Biere, "The AIGER And-Inverter Graph (AIG) Format",
   * 2007): twice the variable, plus 1 for the complement. Variable 0 is always 0, variables 1 to
   * {@code values} are the values of the last layer, and those behind are the gates.
   *
   * @param values number of values of the last layer
   * @param gates each the conjunction of two literals, of variables before its own
   * @param outputs literals, at least one
   * @param lastClass the greatest class, 0 or more
   */
  record Logic(int values, List<And> gates, LongVector outputs, int lastClass) implements OnBits {
    /** The most gates. */
    public static final int MAX_GATES = 1 << 20;

    /** The most outputs. */
    public static final int MAX_OUTPUTS = 15;

    /** The conjunction of two literals. */
    public record And(long a, long b) {}

    public Logic {
      gates = List.copyOf(gates);
      checkClass(lastClass);
      if (values < 1 || gates.size() > MAX_GATES) {
        throw new IllegalArgumentException(values + " values, " + gates.size() + " gates");
      }
      if (outputs.size() < 1 || outputs.size() > MAX_OUTPUTS) {
        throw new IllegalArgumentException(outputs.size() + " outputs, not 1 to " + MAX_OUTPUTS);
      }
      for (int g = 0; g < gates.size(); g++) {
        checkLiteral("gate " + g, gates.get(g).a(), 1L + values + g);
        checkLiteral("gate " + g, gates.get(g).b(), 1L + values + g);
      }
      for (int o = 0; o < outputs.size(); o++) {
        checkLiteral("output " + o, outputs.get(o), 1L + values + gates.size());
      }
    }

    private static void checkLiteral(String of, long literal, long variables) {
      if (literal < 0 || literal >= 2 * variables) {
        throw new IllegalArgumentException(
            of + " has the literal " + literal + ", not one below " + 2 * variables);
      }
    }

    @Override
    public int classOf(long[] values) {
      boolean[] variables = new boolean[1 + this.values + gates.size()];
      for (int k = 0; k < values.length; k++) {
        variables[1 + k] = values[k] != 0;
      }
      for (int g = 0; g < gates.size(); g++) {
        And gate = gates.get(g);
        variables[1 + this.values + g] = at(variables, gate.a()) && at(variables, gate.b());
      }
      int code = 0;
      for (int o = 0; o < outputs.size(); o++) {
        code |= at(variables, outputs.get(o)) ? 1 << o : 0;
      }
      return Math.min(code, lastClass);
    }

    private static boolean at(boolean[] variables, long literal) {
      return variables[(int) (literal >> 1)] != ((literal & 1) == 1);
    }

    @Override
    public int greatestClass() {
      return lastClass;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  private static void checkClass(long index) {
    if (index < 0 || index > Short.MAX_VALUE) {
      throw new IllegalArgumentException("class index " + index);
    }
  }

  private static void checkAffine(LongVector multipliers, LongVector offsets) {
    if (multipliers.size() == 0 || multipliers.size() != offsets.size()) {
      throw new IllegalArgumentException(
          multipliers.size() + " score multipliers and " + offsets.size() + " offsets");
    }
    for (int k = 0; k < multipliers.size(); k++) {
      if (multipliers.get(k) < 1) {
        throw new IllegalArgumentException(
            "score multiplier " + k + " is " + multipliers.get(k) + ", not positive");
      }
    }
  }
}
