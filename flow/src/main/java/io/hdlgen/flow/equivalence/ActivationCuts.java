package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Where a design without registers is cut: at its hidden activations. A wire of the mapped netlist
 * that holds the same in many random cases as a bit of an activation takes its place; that it is
 * equal must be proven before the cut is of use.
 */
final class ActivationCuts {
  private static final int WORDS = 32;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final Aig aig;
  private final Map<Integer, Bit> bits = new HashMap<>();
  private final Map<Long, Integer> candidates = new HashMap<>();
  private final Set<String> refused;
  private final List<Obligation> obligations = new ArrayList<>();
  private final Map<Integer, Integer> layers = new LinkedHashMap<>();
  private final Random random;
  private final long[][] values = new long[WORDS][0];
  private int known;

  /** A bit of an activation. */
  private record Bit(Origin origin, String name) {}

  /**
   * @param mapped number of nodes that the mapped netlist has: the first ones
   * @param refused names of bits that are not to be cut
   */
  ActivationCuts(
      Aig aig, int mapped, FlatNetlist verilog, Origins origins, Set<String> refused, long seed) {
    this.aig = aig;
    this.refused = refused;
    this.random = new Random(seed);
    for (String name : origins.activations()) {
      int[] nets = verilog.names().get(name);
      for (int i = 0; nets != null && i < nets.length; i++) {
        String bit = nets.length == 1 ? name : name + "[" + i + "]";
        bits.putIfAbsent(nets[i], new Bit(origins.of(name), bit));
      }
    }
    for (int node = 1; node < mapped; node++) {
      long signature = signature(2 * node);
      candidates.putIfAbsent(signature, 2 * node);
      candidates.putIfAbsent(signature(2 * node + 1), 2 * node + 1);
    }
  }

  /** What stands for a net of the Verilog. */
  int replace(int net, int literal) {
    Bit bit = bits.get(net);
    if (bit == null || literal <= Aig.TRUE || refused.contains(bit.name())) {
      return literal;
    }
    Integer found = candidates.get(signature(literal));
    if (found == null || aig.isInput(found >>> 1)) {
      return literal;
    }
    obligations.add(new Obligation(bit.origin(), bit.name(), literal, found));
    layers.merge(found >>> 1, bit.origin().layer(), Math::min);
    return found;
  }

  /** That each cut is at equal wires. */
  List<Obligation> obligations() {
    return obligations;
  }

  /** Nodes of the cuts before a layer; before the outputs for {@link Origin#NONE}. */
  BitSet before(int layer) {
    BitSet cuts = new BitSet();
    layers.forEach(
        (node, of) -> {
          if (layer == Origin.NONE || of < layer) {
            cuts.set(node);
          }
        });
    return cuts;
  }

  private long signature(int literal) {
    extend();
    long hash = 0;
    for (long[] word : values) {
      hash = (hash ^ Aig.word(word, literal)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** Computes the nodes that are new. */
  private void extend() {
    int size = aig.size();
    if (known == size) {
      return;
    }
    for (int i = 0; i < WORDS; i++) {
      if (values[i].length < size) {
        values[i] = Arrays.copyOf(values[i], 2 * size);
      }
      for (int node = Math.max(1, known); node < size; node++) {
        values[i][node] =
            aig.isAnd(node)
                ? Aig.word(values[i], aig.left(node)) & Aig.word(values[i], aig.right(node))
                : random.nextLong();
      }
    }
    known = size;
  }
}
