package io.hdlgen.quantizer.network;

import java.util.List;
import java.util.Optional;

/**
 * One comparator of an approximate argmax: of two scores the left one goes on if {@code (left &
 * mask) >= (right & mask)}, in two's complement of endless width, else the right one. Bits that the
 * mask leaves out are not looked at.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023, which searches for the order of the
 * comparators and the bits that each of them takes.
 *
 * @param left a score by its index, or, from the number of scores on, the winner of an earlier
 *     match
 * @param right likewise
 */
public record Match(int left, int right, long mask) {

  /** Whether the left score goes on. */
  public boolean keepsLeft(long leftScore, long rightScore) {
    return (leftScore & mask) >= (rightScore & mask);
  }

  /** Why matches are no tournament of all scores; empty if they are, or if there are none. */
  public static Optional<String> contradiction(List<Match> tournament, int scores) {
    if (tournament.isEmpty()) {
      return Optional.empty();
    }
    if (tournament.size() != scores - 1) {
      return Optional.of("%d matches for %d scores".formatted(tournament.size(), scores));
    }
    boolean[] gone = new boolean[scores + tournament.size()];
    for (int m = 0; m < tournament.size(); m++) {
      Match match = tournament.get(m);
      for (int player : List.of(match.left(), match.right())) {
        if (player < 0 || player >= scores + m || gone[player]) {
          return Optional.of(
              "match %d with operand %d, which is not there or has been in a match"
                  .formatted(m, player));
        }
        gone[player] = true;
      }
    }
    return Optional.empty();
  }
}
