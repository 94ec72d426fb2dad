package io.hdlgen.flow.equivalence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Literals with other literals in place of some nodes. */
final class Substitution {
  private final Aig aig;
  private final Map<Integer, Integer> places = new HashMap<>();

  Substitution(Aig aig) {
    this.aig = aig;
    places.put(0, Aig.FALSE);
  }

  /** Puts a literal in place of another one's node. */
  void put(int of, int by) {
    places.put(of >>> 1, by ^ (of & 1));
  }

  int apply(int literal) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(literal >>> 1);
    while (!open.isEmpty()) {
      int node = open.peek();
      if (places.containsKey(node)) {
        open.pop();
      } else if (!aig.isAnd(node)) {
        places.put(node, 2 * node);
      } else {
        Integer a = places.get(aig.left(node) >>> 1);
        Integer b = places.get(aig.right(node) >>> 1);
        if (a != null && b != null) {
          places.put(node, aig.and(a ^ (aig.left(node) & 1), b ^ (aig.right(node) & 1)));
        } else {
          open.push(aig.left(node) >>> 1);
          open.push(aig.right(node) >>> 1);
        }
      }
    }
    return places.get(literal >>> 1) ^ (literal & 1);
  }
}
