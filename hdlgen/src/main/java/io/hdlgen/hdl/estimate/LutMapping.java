package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.cost.CostModel;
import java.util.Arrays;
import java.util.List;

/** Covers the logic of a design with look-up tables, and finds its longest way. */
final class LutMapping {
  private static final int NONE = -1;

  private final LogicGraph graph;
  private final List<CarryChains.Chain> chains;
  private final List<Elaboration.Macro> multipliers;
  private final List<Integer> sinks;
  private final CostModel delays;
  private final Fabric fabric;
  private final Cuts cuts;

  /** By node: the chain, or after these the multiplier, that gives it. */
  private final int[] givers;

  /** Nodes that something other than a look-up table reads, as they are and inverted. */
  private final boolean[] plain;

  private final boolean[] inverted;
  private final boolean[] inLogic;
  private final boolean[] live;

  private long luts;
  private long inverters;
  private long sumBits;
  private long carries;
  private long blocks;

  LutMapping(Elaboration design, CostModel delays) {
    graph = design.graph();
    chains = design.chains();
    multipliers = design.multipliers();
    sinks = design.sinks();
    this.delays = delays;
    fabric = design.fabric();
    int size = graph.size();
    plain = new boolean[size];
    inverted = new boolean[size];
    inLogic = new boolean[size];
    live = new boolean[chains.size() + multipliers.size()];
    givers = givers();
    cuts = new Cuts(graph, fabric.lutInputs(), references(), delays.logicNs());
    for (int node = 1; node < size; node++) {
      if (graph.isGate(node)) {
        cuts.find(node);
      } else if (givers[node] != NONE && givers[node - 1] != givers[node]) {
        time(givers[node]);
      }
    }
    cover();
  }

  /** Look-up tables of gates. */
  long luts() {
    return luts;
  }

  /** Look-up tables that only invert. */
  long inverters() {
    return inverters;
  }

  /** Sums that carry chains give: each takes a look-up table. */
  long sumBits() {
    return sumBits;
  }

  /** Cells of carry chains. */
  long carries() {
    return carries;
  }

  /** Multiplier blocks. */
  long blocks() {
    return blocks;
  }

  /** The longest way between registers, memories and ports, in ns. */
  double worstNs() {
    double worst = 0;
    for (int sink : sinks) {
      worst = Math.max(worst, cuts.arrival(LogicGraph.node(sink)));
    }
    return worst;
  }

  private int[] givers() {
    int[] result = new int[graph.size()];
    Arrays.fill(result, NONE);
    for (int k = 0; k < live.length; k++) {
      for (int output : outputs(k)) {
        result[output] = k;
      }
    }
    return result;
  }

  private int[] outputs(int giver) {
    return giver < chains.size()
        ? chains.get(giver).outputs()
        : multipliers.get(giver - chains.size()).outputs();
  }

  /** How many read each node, of what something in the end reads. */
  private int[] references() {
    int[] references = new int[graph.size()];
    boolean[] seen = new boolean[live.length];
    sinks.forEach(sink -> references[LogicGraph.node(sink)]++);
    for (int node = graph.size() - 1; node > 0; node--) {
      if (references[node] > 0 && graph.isGate(node)) {
        references[LogicGraph.node(graph.left(node))]++;
        references[LogicGraph.node(graph.right(node))]++;
      } else if (references[node] > 0 && givers[node] != NONE && !seen[givers[node]]) {
        seen[givers[node]] = true;
        for (int literal : operands(givers[node])) {
          references[LogicGraph.node(literal)]++;
        }
      }
    }
    return references;
  }

  private int[] operands(int giver) {
    if (giver >= chains.size()) {
      return multipliers.get(giver - chains.size()).inputs();
    }
    CarryChains.Chain chain = chains.get(giver);
    int[] both = Arrays.copyOf(chain.a(), 2 * chain.a().length);
    System.arraycopy(chain.b(), 0, both, chain.a().length, chain.b().length);
    return both;
  }

  private void time(int giver) {
    if (giver >= chains.size()) {
      double ready = 0;
      for (int literal : operands(giver)) {
        ready = Math.max(ready, cuts.arrival(LogicGraph.node(literal)));
      }
      for (int output : outputs(giver)) {
        cuts.arrive(output, ready + fabric.multiplier().orElseThrow().ns());
      }
      return;
    }
    CarryChains.Chain chain = chains.get(giver);
    double carry = 0;
    for (int i = 0; i < chain.a().length; i++) {
      double ready =
          Math.max(
              cuts.arrival(LogicGraph.node(chain.a()[i])),
              cuts.arrival(LogicGraph.node(chain.b()[i])));
      cuts.arrive(chain.outputs()[i], Math.max(carry, ready) + delays.carryBaseNs());
      carry = Math.max(carry, ready) + delays.carryPerBitNs();
    }
    cuts.arrive(chain.outputs()[chain.a().length], carry + delays.carryBaseNs());
  }

  private void cover() {
    sinks.forEach(this::require);
    for (int node = graph.size() - 1; node > 0; node--) {
      boolean read = plain[node] || inverted[node] || inLogic[node];
      if (!read) {
        continue;
      }
      if (graph.isGate(node)) {
        luts += plain[node] && inverted[node] ? 2 : 1;
        for (int leaf : cuts.best(node)) {
          inLogic[leaf] = true;
        }
      } else {
        inverters += inverted[node] ? 1 : 0;
        if (givers[node] != NONE && !live[givers[node]]) {
          cover(givers[node]);
        }
      }
    }
  }

  /** Counts a chain or multiplier, when all that read it are known: its outputs lie together. */
  private void cover(int giver) {
    live[giver] = true;
    if (giver >= chains.size()) {
      for (int literal : operands(giver)) {
        require(literal);
      }
      blocks += multipliers.get(giver - chains.size()).blocks();
      return;
    }
    CarryChains.Chain chain = chains.get(giver);
    int[] outputs = chain.outputs();
    int last = 0;
    for (int i = 0; i < outputs.length; i++) {
      if (plain[outputs[i]] || inverted[outputs[i]] || inLogic[outputs[i]]) {
        last = i;
        sumBits += i + 1 < outputs.length ? 1 : 0;
      }
    }
    for (int i = 0; i < Math.min(last, chain.a().length); i++) {
      require(chain.a()[i]);
      require(chain.b()[i]);
    }
    if (last < chain.a().length) {
      // The look-up table of the highest sum can invert what no carry needs.
      require(chain.a()[last] & ~1);
      require(chain.b()[last] & ~1);
    }
    carries += BlockRam.ceil(last, fabric.carryBits());
  }

  private void require(int literal) {
    int node = LogicGraph.node(literal);
    if (LogicGraph.isInverted(literal)) {
      inverted[node] = true;
    } else {
      plain[node] = true;
    }
  }
}
