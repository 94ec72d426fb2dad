package io.hdlgen.hdl.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Finds sums of two terms that several neurons of a layer have in common, so that each is added
 * once: the pair that saves the most adders is made a term of its own, again and again, until no
 * pair comes twice. A pair counts as the same up to a common shift and sign.
 *
 * <p>Source of the greedy choice: Hartley, "Subexpression sharing in filters using canonic signed
 * digit multipliers", IEEE Trans. Circuits and Systems II 43(10), 1996. To keep the work linear in
 * the number of inputs, pairs are sought within blocks of {@value #BLOCK} inputs.
 */
final class SharedPairs {
  /** Inputs that are looked at together. */
  static final int BLOCK = 128;

  private final List<NavigableSet<Term>> rows = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Pair, Integer> counts = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();
  private final List<Integer> depths = new ArrayList<>();
  private final int inputs;

  private SharedPairs(int inputs) {
    this.inputs = inputs;
    depths.addAll(Collections.nCopies(inputs, 0));
  }

  /**
   * {@code +- variable * 2^shift}. Variables below the number of inputs are inputs; the others are
   * pairs, in order.
   */
  record Term(int variable, int shift, boolean negative) implements Comparable<Term> {
    private static final Comparator<Term> ORDER =
        Comparator.comparingInt(Term::variable)
            .thenComparingInt(Term::shift)
            .thenComparing(Term::negative);

    @Override
    public int compareTo(Term other) {
      return ORDER.compare(this, other);
    }
  }

  /** {@code left * 2^leftShift +- right * 2^rightShift}; one of the shifts is 0. */
  record Pair(int left, int leftShift, int right, int rightShift, boolean minus)
      implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparingInt(Pair::left)
            .thenComparingInt(Pair::right)
            .thenComparingInt(Pair::leftShift)
            .thenComparingInt(Pair::rightShift)
            .thenComparing(Pair::minus);

    /** The pair of two terms, the lesser of which is {@code a}. */
    static Pair of(Term a, Term b) {
      int common = Math.min(a.shift(), b.shift());
      return new Pair(
          a.variable(),
          a.shift() - common,
          b.variable(),
          b.shift() - common,
          a.negative() != b.negative());
    }

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  /** A pair that came {@code count} times when it was put in the queue. */
  private record Candidate(Pair pair, int count, int depth) implements Comparable<Candidate> {
    private static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::count)
            .reversed()
            .thenComparingInt(Candidate::depth)
            .thenComparing(Candidate::pair);

    @Override
    public int compareTo(Candidate other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What has been found.
   *
   * @param pairs in an order in which each reads inputs and earlier pairs
   * @param rows the sums, one a neuron, over inputs and pairs
   * @param depths adders behind each variable
   */
  record Result(List<Pair> pairs, List<List<Term>> rows, List<Integer> depths) {}

  /**
   * Shares pairs among sums.
   *
   * @param inputs number of inputs
   * @param forms one a neuron
   */
  static Result share(int inputs, List<LinearForm> forms) {
    SharedPairs shared = new SharedPairs(inputs);
    List<List<Term>> rows = new ArrayList<>();
    for (int n = 0; n < forms.size(); n++) {
      rows.add(new ArrayList<>());
    }
    for (int first = 0; first < inputs; first += BLOCK) {
      shared.shareBlock(first, forms);
      for (int n = 0; n < forms.size(); n++) {
        rows.get(n).addAll(shared.rows.get(n));
      }
    }
    return new Result(shared.pairs, rows, shared.depths);
  }

  private void shareBlock(int first, List<LinearForm> forms) {
    rows.clear();
    counts.clear();
    queue.clear();
    for (LinearForm form : forms) {
      NavigableSet<Term> row = new TreeSet<>();
      for (LinearForm.Term term : form.terms()) {
        if (term.input() >= first && term.input() < first + BLOCK) {
          for (SignedDigits.Digit digit : SignedDigits.of(term.coefficient())) {
            row.add(new Term(term.input(), digit.shift(), digit.negative()));
          }
        }
      }
      rows.add(row);
      for (Term a : row) {
        row.tailSet(a, false).forEach(b -> counts.merge(Pair.of(a, b), 1, Integer::sum));
      }
    }
    counts.forEach(this::offer);
    while (!queue.isEmpty()) {
      Candidate best = queue.poll();
      int count = counts.getOrDefault(best.pair(), 0);
      if (count != best.count()) {
        offer(best.pair(), count);
      } else if (count > 1) {
        extract(best.pair(), best.depth());
      }
    }
  }

  private void offer(Pair pair, int count) {
    if (count > 1) {
      int depth = 1 + Math.max(depths.get(pair.left()), depths.get(pair.right()));
      queue.add(new Candidate(pair, count, depth));
    }
  }

  private void extract(Pair pair, int depth) {
    int variable = inputs + pairs.size();
    boolean defined = false;
    for (NavigableSet<Term> row : rows) {
      List<Term> found = terms(row, pair.left());
      for (Term a : found) {
        int common = a.shift() - pair.leftShift();
        Term b = new Term(pair.right(), common + pair.rightShift(), a.negative() != pair.minus());
        if (row.contains(a) && row.contains(b)) {
          if (!defined) {
            defined = true;
            pairs.add(pair);
            depths.add(depth);
          }
          remove(row, a);
          remove(row, b);
          add(row, new Term(variable, common, a.negative()));
        }
      }
    }
    counts.remove(pair);
  }

  private static List<Term> terms(NavigableSet<Term> row, int variable) {
    return List.copyOf(
        row.subSet(
            new Term(variable, Integer.MIN_VALUE, false),
            new Term(variable + 1, Integer.MIN_VALUE, false)));
  }

  private void remove(NavigableSet<Term> row, Term term) {
    row.remove(term);
    for (Term other : row) {
      counts.merge(ordered(term, other), -1, Integer::sum);
    }
  }

  private void add(NavigableSet<Term> row, Term term) {
    for (Term other : row) {
      Pair pair = ordered(term, other);
      offer(pair, counts.merge(pair, 1, Integer::sum));
    }
    row.add(term);
  }

  private static Pair ordered(Term a, Term b) {
    return a.compareTo(b) < 0 ? Pair.of(a, b) : Pair.of(b, a);
  }
}
