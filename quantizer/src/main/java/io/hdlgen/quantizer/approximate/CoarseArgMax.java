package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An argmax whose comparators look at chosen bits of the scores alone. The classes play in rounds
 * of neighbours, one without a neighbour goes on; of two scores {@code a} before {@code b}, {@code
 * a} goes on where {@code (a & mask) >= (b & mask)}.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023.
 *
 * @param order every class once, in the order in which they enter the first round
 * @param masks one a comparator, in the order of the rounds; {@link HighBits} makes usual ones
 */
public record CoarseArgMax(List<Integer> order, LongVector masks) {
  public CoarseArgMax {
    order = List.copyOf(order);
    List<Integer> all = IntStream.range(0, order.size()).boxed().toList();
    if (!order.stream().sorted().toList().equals(all)) {
      throw new IllegalArgumentException("the order " + order + " is none of all classes");
    }
    if (masks.size() != order.size() - 1) {
      throw new IllegalArgumentException(
          masks.size() + " masks for " + (order.size() - 1) + " comparators");
    }
  }

  /** All classes in their own order, with the same mask everywhere. */
  public static CoarseArgMax of(int classes, long mask) {
    List<Integer> order = IntStream.range(0, classes).boxed().toList();
    return new CoarseArgMax(order, LongVector.filled(classes - 1, mask));
  }

  /** The decision with this tournament. */
  public Decision.ArgMax apply(Decision.ArgMax argMax) {
    return new Decision.ArgMax(argMax.multipliers(), argMax.offsets(), tournament());
  }

  /** The matches of all rounds. */
  public List<Match> tournament() {
    List<Match> matches = new ArrayList<>();
    List<Integer> round = order;
    while (round.size() > 1) {
      List<Integer> next = new ArrayList<>();
      for (int p = 0; p + 1 < round.size(); p += 2) {
        next.add(order.size() + matches.size());
        matches.add(new Match(round.get(p), round.get(p + 1), masks.get(matches.size())));
      }
      if (round.size() % 2 == 1) {
        next.add(round.get(round.size() - 1));
      }
      round = next;
    }
    return matches;
  }
}
