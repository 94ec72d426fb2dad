package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Proves the obligations of one block. */
final class BlockProver {
  /** Bits up to which all cases are computed. */
  private static final int EXHAUSTIVE_INPUTS = 20;

  private static final int QUICK_INPUTS = 12;
  private static final long EXHAUSTIVE_WORK = 400_000_000L;
  private static final int RANDOM_WORDS = 64;

  private static final String NOT_FOUND_AGAIN =
      "a case that ABC knows of and that was not found again in time";

  private final Aig aig;
  private final int care;
  private final Abc abc;
  private final IntFunction<String> inputName;
  private final Budget budget;
  private final Random random;

  /**
   * @param care what may be taken for granted, a literal
   * @param inputName how inputs of the graph are called
   * @param budget for all that ABC is asked
   */
  BlockProver(Aig aig, int care, Abc abc, IntFunction<String> inputName, Budget budget, long seed) {
    this.aig = aig;
    this.care = care;
    this.abc = abc;
    this.inputName = inputName;
    this.budget = budget;
    this.random = new Random(seed);
  }

  /** Gates that a block takes, as a measure of how hard it is. */
  int size(List<Obligation> block) {
    return cone(
            block.stream()
                .filter(obligation -> obligation.expected() != obligation.found())
                .toList(),
            new BitSet())
        .gates();
  }

  /**
   * What can be said within a time.
   *
   * @param block at least one obligation, all of an origin
   * @param cuts nodes that count as inputs
   */
  BlockProof prove(Origin origin, List<Obligation> block, BitSet cuts, int seconds) {
    int exhausted = 0;
    boolean tested = false;
    int inputs = 0;
    List<Obligation> open = new ArrayList<>();
    for (Obligation obligation : block) {
      if (obligation.expected() == obligation.found()) {
        continue;
      }
      Cone cone = cone(List.of(obligation), cuts);
      inputs = Math.max(inputs, cone.inputs().size());
      Optional<String> difference = sample(obligation, cone);
      if (difference.isPresent()) {
        return result(origin, Method.DIFFERENT, block, inputs, difference.get());
      }
      if (cone.inputs().size() <= QUICK_INPUTS) {
        difference = exhaust(obligation, cone);
        if (difference.isPresent()) {
          return result(origin, Method.DIFFERENT, block, inputs, difference.get());
        }
        exhausted++;
      } else {
        open.add(obligation);
      }
    }
    Abc.Answer answer = open.isEmpty() ? Abc.Answer.EQUAL : compare(open, cuts, seconds);
    if (answer == Abc.Answer.EQUAL) {
      Method method = exhausted == block.size() && exhausted > 0 ? Method.EXHAUSTED : Method.PROVEN;
      return result(origin, method, block, inputs, "");
    }
    if (answer == Abc.Answer.DIFFERENT) {
      return result(origin, Method.DIFFERENT, block, inputs, counterexample(open, cuts, seconds));
    }
    for (Obligation obligation : open) {
      Cone cone = cone(List.of(obligation), cuts);
      boolean feasible =
          cone.inputs().size() <= EXHAUSTIVE_INPUTS
              && ((long) cone.gates() << Math.max(0, cone.inputs().size() - 6)) <= EXHAUSTIVE_WORK;
      if (!feasible || seconds <= 0) {
        tested = true;
        continue;
      }
      Optional<String> difference = exhaust(obligation, cone);
      if (difference.isPresent()) {
        return result(origin, Method.DIFFERENT, block, inputs, difference.get());
      }
      exhausted++;
    }
    Method method =
        tested ? Method.TESTED : exhausted == block.size() ? Method.EXHAUSTED : Method.PROVEN;
    return result(origin, method, block, inputs, "");
  }

  private static BlockProof result(
      Origin origin, Method method, List<Obligation> block, int inputs, String counterexample) {
    return new BlockProof(origin, method, block.size(), inputs, counterexample);
  }

  private Cone cone(List<Obligation> obligations, BitSet cuts) {
    List<Integer> roots = new ArrayList<>();
    for (Obligation obligation : obligations) {
      roots.add(obligation.expected());
      roots.add(obligation.found());
    }
    roots.add(care);
    return new Cone(aig, roots, cuts);
  }

  private Abc.Answer compare(List<Obligation> obligations, BitSet cuts, int seconds) {
    int limit = (int) Math.min(seconds, budget.left());
    if (limit <= 0) {
      return Abc.Answer.UNDECIDED;
    }
    List<Integer> expected = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (Obligation obligation : obligations) {
      expected.add(aig.and(care, obligation.expected()));
      found.add(aig.and(care, obligation.found()));
    }
    List<Integer> roots = new ArrayList<>(expected);
    roots.addAll(found);
    Cone cone = new Cone(aig, roots, cuts);
    return abc.compare(cone.aiger(expected), cone.aiger(found), limit);
  }

  /** Some random cases. */
  private Optional<String> sample(Obligation obligation, Cone cone) {
    long[] values = new long[aig.size()];
    for (int i = 0; i < RANDOM_WORDS; i++) {
      for (int node : cone.inputs()) {
        values[node] = random.nextLong();
      }
      Optional<String> difference = difference(obligation, cone, values);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static final long[] PATTERNS = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  /** All cases. */
  private Optional<String> exhaust(Obligation obligation, Cone cone) {
    long[] values = new long[aig.size()];
    List<Integer> inputs = cone.inputs();
    long words = 1L << Math.max(0, inputs.size() - PATTERNS.length);
    for (long word = 0; word < words; word++) {
      for (int i = 0; i < inputs.size(); i++) {
        values[inputs.get(i)] =
            i < PATTERNS.length ? PATTERNS[i] : -(word >>> (i - PATTERNS.length) & 1);
      }
      Optional<String> difference = difference(obligation, cone, values);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(Obligation obligation, Cone cone, long[] values) {
    cone.evaluate(values);
    long expected = Aig.word(values, obligation.expected());
    long differing = (expected ^ Aig.word(values, obligation.found())) & Aig.word(values, care);
    if (differing == 0) {
      return Optional.empty();
    }
    int at = Long.numberOfTrailingZeros(differing);
    Map<String, Integer> bits = new TreeMap<>();
    for (int node : cone.inputs()) {
      bits.put(inputName.apply(node), (int) (values[node] >>> at & 1));
    }
    return Optional.of(
        obligation.name()
            + " is "
            + (1 - (expected >>> at & 1))
            + ", should be "
            + (expected >>> at & 1)
            + " for "
            + BitValues.describe(bits));
  }

  private String counterexample(List<Obligation> obligations, BitSet cuts, int seconds) {
    for (Obligation obligation : obligations) {
      if (compare(List.of(obligation), cuts, seconds) != Abc.Answer.DIFFERENT) {
        continue;
      }
      return narrow(obligation, cuts, seconds);
    }
    return NOT_FOUND_AGAIN;
  }

  /** Fixes input after input so that a difference remains: a case, in as many checks as inputs. */
  private String narrow(Obligation obligation, BitSet cuts, int seconds) {
    Cone cone = cone(List.of(obligation), cuts);
    Substitution fixed = new Substitution(aig);
    cuts.stream().forEach(node -> fixed.put(2 * node, 2 * node));
    Obligation rest = obligation;
    int restCare = care;
    for (int node : cone.inputs()) {
      if (budget.left() < 1) {
        return NOT_FOUND_AGAIN;
      }
      Substitution one = new Substitution(aig);
      cuts.stream().forEach(cut -> one.put(2 * cut, 2 * cut));
      one.put(2 * node, Aig.TRUE);
      Obligation tried =
          new Obligation(
              rest.origin(), rest.name(), one.apply(rest.expected()), one.apply(rest.found()));
      BlockProver within = new BlockProver(aig, one.apply(restCare), abc, inputName, budget, 0);
      boolean remains = within.compare(List.of(tried), cuts, seconds) == Abc.Answer.DIFFERENT;
      if (remains) {
        rest = tried;
        restCare = one.apply(restCare);
      } else {
        Substitution zero = new Substitution(aig);
        cuts.stream().forEach(cut -> zero.put(2 * cut, 2 * cut));
        zero.put(2 * node, Aig.FALSE);
        rest =
            new Obligation(
                rest.origin(), rest.name(), zero.apply(rest.expected()), zero.apply(rest.found()));
        restCare = zero.apply(restCare);
      }
      fixed.put(2 * node, remains ? Aig.TRUE : Aig.FALSE);
    }
    long[] values = new long[aig.size()];
    for (int node : cone.inputs()) {
      values[node] = -(fixed.apply(2 * node) & 1L);
    }
    return difference(obligation, cone, values).orElse(NOT_FOUND_AGAIN);
  }
}
