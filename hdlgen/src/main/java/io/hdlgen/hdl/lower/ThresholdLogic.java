package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * A step neuron over a few bits as AND and OR gates: whether a weighted sum of bits reaches a
 * threshold is a monotone function of the bits (of their complements, where weights are negative).
 * Bits are decided one after the other, the heaviest first, {@code f = rest(without) | bit &
 * rest(with)}, and what remains is shared between equal remainders: those between which no sum of
 * the bits that are left lies.
 *
 * <p>Conjunctions and disjunctions become just that, and k of n bits a small grid.
 */
final class ThresholdLogic {
  /** With more bits than these, an adder and a comparison take fewer gates. */
  static final int MOST_BITS = 8;

  /** Gates for each bit beyond which an adder and a comparison take fewer. */
  static final double MOST_GATES_A_BIT = 2.5;

  private final List<Literal> literals;
  private final BigInteger threshold;
  private final List<NavigableSet<BigInteger>> sums = new ArrayList<>();
  private int gates;

  /** A bit (a variable of the form) or its complement, with a positive weight. */
  private record Literal(int input, boolean inverted, BigInteger weight) {}

  /** What is left to decide: the bits from one on, and the sum that they must reach. */
  private record Rest(int first, BigInteger needed) {}

  private ThresholdLogic(List<Literal> literals, BigInteger threshold) {
    this.literals = literals;
    this.threshold = threshold;
    sums.add(new TreeSet<>(List.of(BigInteger.ZERO)));
    for (int i = literals.size() - 1; i >= 0; i--) {
      NavigableSet<BigInteger> more = new TreeSet<>(sums.get(0));
      for (BigInteger sum : sums.get(0)) {
        more.add(sum.add(literals.get(i).weight()));
      }
      sums.add(0, more);
    }
  }

  /**
   * The logic of {@code form >= threshold}; empty if it is not one of a few bits, or if a sum takes
   * fewer gates.
   *
   * @param threshold reached by some sums and not by others
   * @param codes range of each variable of the form
   */
  static Optional<ThresholdLogic> of(LinearForm form, BigInteger threshold, List<Range> codes) {
    boolean bits =
        form.terms().size() <= MOST_BITS
            && form.terms().stream().allMatch(term -> codes.get(term.input()).equals(Range.BIT));
    if (!bits) {
      return Optional.empty();
    }
    List<Literal> literals = new ArrayList<>();
    BigInteger needed = threshold;
    for (LinearForm.Term term : form.terms()) {
      boolean inverted = term.coefficient().signum() < 0;
      literals.add(new Literal(term.input(), inverted, term.coefficient().abs()));
      needed = inverted ? needed.subtract(term.coefficient()) : needed;
    }
    literals.sort(Comparator.comparing(Literal::weight).reversed());
    ThresholdLogic logic = new ThresholdLogic(literals, needed);
    logic.build(new Counter(logic));
    return logic.gates <= MOST_GATES_A_BIT * literals.size()
        ? Optional.of(logic)
        : Optional.empty();
  }

  /**
   * The node that says whether the threshold is reached.
   *
   * @param input gives the node of a variable
   */
  int build(ModuleBuilder builder, Origin origin, IntUnaryOperator input) {
    return build(
        new Gates() {
          @Override
          public int literal(Literal literal) {
            int node = input.applyAsInt(literal.input());
            return literal.inverted() ? builder.not(origin.as("not"), node) : node;
          }

          @Override
          public int and(int left, int right) {
            return builder.and(origin.as("and"), left, right);
          }

          @Override
          public int or(int left, int right) {
            return builder.or(origin.as("or"), left, right);
          }
        });
  }

  /** What makes gates, or counts them. */
  private interface Gates {
    int literal(Literal literal);

    int and(int left, int right);

    int or(int left, int right);
  }

  private record Counter(ThresholdLogic logic) implements Gates {
    @Override
    public int literal(Literal literal) {
      return 0;
    }

    @Override
    public int and(int left, int right) {
      return ++logic.gates;
    }

    @Override
    public int or(int left, int right) {
      return ++logic.gates;
    }
  }

  private static final int NEVER = -1;
  private static final int ALWAYS = -2;

  private int build(Gates gates) {
    return rest(gates, new Rest(0, threshold), new HashMap<>());
  }

  private int rest(Gates gates, Rest wanted, Map<Rest, Integer> known) {
    BigInteger needed = sums.get(wanted.first()).ceiling(wanted.needed());
    if (needed == null) {
      return NEVER;
    }
    if (needed.signum() <= 0) {
      return ALWAYS;
    }
    Rest rest = new Rest(wanted.first(), needed);
    Integer node = known.get(rest);
    if (node == null) {
      Literal literal = literals.get(rest.first());
      int with = rest(gates, new Rest(rest.first() + 1, needed.subtract(literal.weight())), known);
      int without = rest(gates, new Rest(rest.first() + 1, needed), known);
      node = with == without ? with : choice(gates, literal, with, without);
      known.put(rest, node);
    }
    return node;
  }

  /** {@code without | literal & with}; {@code with} is 1 wherever {@code without} is. */
  private static int choice(Gates gates, Literal literal, int with, int without) {
    int bit = gates.literal(literal);
    int both = with == ALWAYS ? bit : gates.and(bit, with);
    return without == NEVER ? both : gates.or(both, without);
  }
}
