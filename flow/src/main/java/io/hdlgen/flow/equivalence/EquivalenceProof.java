package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compares a mapped netlist with the Verilog it was made of, block by block. */
final class EquivalenceProof {
  private static final String AFTER_EDGE = " (after the edge)";
  private static final int RUNS = 2;
  private static final int RUN_CYCLES = 200;
  private static final int GUESS_SECONDS = 5;
  private static final int CUT_SECONDS = 10;

  /** Seconds for a block at first; what is left goes to those that need more. */
  private static final int[] ROUNDS = {1, 10, 100_000};

  private final FlatNetlist verilog;
  private final FlatNetlist mapped;
  private final Origins origins;
  private final Abc abc;
  private final Budget budget;
  private final long seed;
  private final Aig aig = new Aig();
  private final Map<Integer, String> inputNames = new HashMap<>();
  private final Set<String> refusedCuts = new HashSet<>();
  private MachineBuilder mappedBuilder;
  private Machine found;
  private int mappedNodes;

  EquivalenceProof(
      FlatNetlist verilog,
      FlatNetlist mapped,
      Netlist netlist,
      Abc abc,
      double seconds,
      long seed) {
    this.verilog = verilog;
    this.mapped = mapped;
    this.origins = new Origins(netlist);
    this.abc = abc;
    this.budget = new Budget(seconds);
    this.seed = seed;
  }

  ProofResult run() {
    Map<String, int[]> inputs = MachineBuilder.freshInputs(aig, verilog, VerilogNames.CLOCK);
    inputs.forEach(
        (name, bits) -> {
          for (int i = 0; i < bits.length; i++) {
            inputNames.put(bits[i] >>> 1, bits.length == 1 ? name : name + "[" + i + "]");
          }
        });
    mappedBuilder =
        new MachineBuilder(aig, mapped, inputs, VerilogNames.CLOCK, this::register, true);
    found = mappedBuilder.build();
    mappedNodes = aig.size();
    Matching matching = hasRegisters() ? match(inputs) : cut(inputs);
    CycleTest test = new CycleTest(aig, found, seed);
    Set<Obligation> differing =
        simulate(
            test,
            matching,
            matching.obligations.stream()
                .filter(obligation -> !matching.isOpen(obligation))
                .toList(),
            true);
    List<BlockProof> blocks = prove(matching, differing);
    return new ProofResult(blocks, matching.needed(), test.cycles(), budget.spent());
  }

  /** The Verilog over the registers of the mapped netlist, and what that obliges us to prove. */
  private final class Matching {
    final Relation relation;
    final ActivationCuts cuts;
    final Machine expected;
    final List<Obligation> obligations = new ArrayList<>();
    final Map<String, Obligation> edges = new LinkedHashMap<>();
    final Map<Origin, BlockProof> done = new HashMap<>();
    private final BitSet missing = new BitSet();

    Matching(Map<String, int[]> inputs, Map<String, Integer> guesses) {
      relation = new Relation(aig, mapped, mappedBuilder, guesses);
      cuts = new ActivationCuts(aig, mappedNodes, verilog, origins, refusedCuts, seed);
      expected =
          new MachineBuilder(aig, verilog, inputs, VerilogNames.CLOCK, relation::literal, false)
              .replacing(hasRegisters() ? (net, literal) -> literal : cuts::replace)
              .build();
      obligations.addAll(cuts.obligations());
      relation.unmatched().forEach(inputNames::put);
      relation.unmatched().keySet().forEach(missing::set);
      addOutputs();
      addEdges();
      addStart();
    }

    private void addOutputs() {
      expected
          .outputs()
          .forEach(
              (name, bits) -> {
                for (int i = 0; i < bits.length; i++) {
                  obligations.add(
                      new Obligation(
                          origins.of(name),
                          bits.length == 1 ? name : name + "[" + i + "]",
                          bits[i],
                          found.outputs().get(name)[i]));
                }
              });
    }

    /**
     * What registers hold after an edge. Inputs and undefined bits are others then: a wire that
     * follows an input at once is no register, whatever its name.
     */
    private void addEdges() {
      Substitution edge = new Substitution(aig);
      found.states().forEach(state -> edge.put(state.current(), state.next()));
      found.inputs().values().forEach(bits -> IntStream.of(bits).forEach(bit -> renew(edge, bit)));
      mappedBuilder.undefined().forEach(bit -> renew(edge, bit));
      for (Machine.State state : expected.states()) {
        if (!missing.get(state.current() >>> 1)) {
          Obligation obligation = obligation(state, "", state.next(), edge.apply(state.current()));
          obligations.add(obligation);
          edges.put(state.names().get(0), obligation);
        }
      }
    }

    private void renew(Substitution edge, int bit) {
      int after = aig.input();
      edge.put(bit, after);
      inputNames.put(after >>> 1, afterEdge(inputName(bit >>> 1)));
    }

    /** What memories hold at the start. */
    private void addStart() {
      Substitution start = new Substitution(aig);
      found.states().stream()
          .filter(state -> state.initial() >= 0)
          .forEach(
              state -> start.put(state.current(), state.initial() == 1 ? Aig.TRUE : Aig.FALSE));
      for (Machine.State state : expected.states()) {
        if (state.initial() >= 0 && !missing.get(state.current() >>> 1)) {
          int initial = state.initial() == 1 ? Aig.TRUE : Aig.FALSE;
          obligations.add(
              obligation(state, " at the start", initial, start.apply(state.current())));
        }
      }
    }

    private Obligation obligation(Machine.State state, String when, int expect, int find) {
      String name = origins.best(state.names());
      return new Obligation(origins.of(name), name + when, expect, find);
    }

    /** Whether it depends on a register that has no counterpart. */
    boolean isOpen(Obligation obligation) {
      return obligation.expected() != obligation.found()
          && new Cone(aig, List.of(obligation.expected()), new BitSet())
              .inputs().stream().anyMatch(missing::get);
    }

    /** Names of registers without a counterpart that something depends on. */
    List<String> needed() {
      List<Integer> roots = new ArrayList<>();
      for (Obligation obligation : obligations) {
        if (obligation.expected() != obligation.found()) {
          roots.add(obligation.expected());
        }
      }
      return new Cone(aig, roots, new BitSet())
          .inputs().stream().filter(missing::get).map(relation.unmatched()::get).sorted().toList();
    }
  }

  private String inputName(int node) {
    return inputNames.getOrDefault(node, "undefined_" + node);
  }

  private static String afterEdge(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0
        ? name + AFTER_EDGE
        : name.substring(0, bracket) + AFTER_EDGE + name.substring(bracket);
  }

  private boolean hasRegisters() {
    return !verilog.registers().isEmpty();
  }

  /** With cuts at all activations for which a wire is proven to hold the same. */
  private Matching cut(Map<String, int[]> inputs) {
    while (true) {
      Matching matching = new Matching(inputs, Map.of());
      BlockProver prover = prover(matching);
      Set<Obligation> wrong = new LinkedHashSet<>();
      Map<Origin, List<Obligation>> neurons = new LinkedHashMap<>();
      for (Obligation cut : matching.cuts.obligations()) {
        neurons.computeIfAbsent(block(cut.origin()), key -> new ArrayList<>()).add(cut);
      }
      neurons.forEach(
          (origin, neuron) -> {
            BlockProof proof =
                prove(
                    prover,
                    matching,
                    origin,
                    neuron,
                    (int) Math.min(CUT_SECONDS, budget.left() / 2));
            if (proof.method().compareTo(Method.EXHAUSTED) >= 0) {
              matching.done.put(origin, proof);
            } else {
              wrong.addAll(neuron);
            }
          });
      if (wrong.isEmpty()) {
        return matching;
      }
      wrong.forEach(cut -> refusedCuts.add(cut.name()));
    }
  }

  /** By name; then by guesses of what stands for the registers that are left, as far as proven. */
  private Matching match(Map<String, int[]> inputs) {
    Matching matching = new Matching(inputs, Map.of());
    if (matching.needed().isEmpty()) {
      return matching;
    }
    Aig other = new Aig();
    Map<String, int[]> otherInputs = MachineBuilder.freshInputs(other, verilog, VerilogNames.CLOCK);
    Machine alone =
        new MachineBuilder(
                other, verilog, otherInputs, VerilogNames.CLOCK, names -> other.input(), false)
            .build();
    Map<String, Integer> guesses =
        new Signatures(seed)
            .guess(aig, found, other, alone, new HashSet<>(matching.relation.unmatched().values()));
    while (!guesses.isEmpty()) {
      Matching tried = new Matching(inputs, guesses);
      Map<Obligation, String> open = new LinkedHashMap<>();
      guesses.keySet().forEach(name -> open.put(tried.edges.get(name), name));
      Set<Obligation> wrong =
          simulate(new CycleTest(aig, found, seed), tried, List.copyOf(open.keySet()), false);
      if (wrong.isEmpty()) {
        refuse(prover(tried), List.copyOf(open.keySet()), wrong);
      }
      if (wrong.isEmpty()) {
        return tried;
      }
      wrong.forEach(obligation -> guesses.remove(open.get(obligation)));
    }
    return matching;
  }

  /** Collects the obligations that cannot be proven, by halves. */
  private void refuse(BlockProver prover, List<Obligation> open, Set<Obligation> wrong) {
    int seconds = (int) Math.min(GUESS_SECONDS, budget.left());
    if (prover
            .prove(open.get(0).origin(), open, new BitSet(), seconds)
            .method()
            .compareTo(Method.EXHAUSTED)
        >= 0) {
      return;
    }
    if (open.size() == 1 || seconds == 0) {
      wrong.addAll(open);
      return;
    }
    refuse(prover, open.subList(0, open.size() / 2), wrong);
    refuse(prover, open.subList(open.size() / 2, open.size()), wrong);
  }

  private int register(List<String> names) {
    int literal = aig.input();
    inputNames.put(literal >>> 1, origins.best(names));
    return literal;
  }

  /** Obligations that are not met in some cycle, the first such cycle or all of them. */
  private Set<Obligation> simulate(
      CycleTest test, Matching matching, List<Obligation> obligations, boolean first) {
    Set<Obligation> differing = new LinkedHashSet<>();
    int within = matching.expected.within();
    for (int run = 0; run < RUNS; run++) {
      test.run(
          RUN_CYCLES,
          values -> {
            for (Obligation obligation : obligations) {
              long difference =
                  Aig.word(values, obligation.expected()) ^ Aig.word(values, obligation.found());
              if ((difference & Aig.word(values, within)) != 0) {
                differing.add(obligation);
              }
            }
            return (!first || differing.isEmpty()) && budget.left() > 0;
          });
    }
    return differing;
  }

  private BlockProver prover(Matching matching) {
    return new BlockProver(aig, matching.expected.within(), abc, this::inputName, budget, seed);
  }

  private List<BlockProof> prove(Matching matching, Set<Obligation> differing) {
    Map<Origin, List<Obligation>> blocks =
        new TreeMap<>(
            Comparator.comparingInt(Origin::layer)
                .thenComparingInt(Origin::neuron)
                .thenComparing(Origin::role));
    for (Obligation obligation : matching.obligations) {
      blocks.computeIfAbsent(block(obligation.origin()), key -> new ArrayList<>()).add(obligation);
    }
    BlockProver prover = prover(matching);
    List<Origin> order = new ArrayList<>(blocks.keySet());
    Map<Origin, Integer> sizes = new HashMap<>();
    blocks.forEach((origin, block) -> sizes.put(origin, prover.size(block)));
    order.sort(Comparator.comparing(sizes::get));
    Map<Origin, BlockProof> proofs = new HashMap<>(matching.done);
    for (int limit : ROUNDS) {
      for (Origin origin : order) {
        BlockProof before = proofs.get(origin);
        if (before == null || before.method() == Method.TESTED && budget.left() >= 1) {
          int seconds = (int) Math.min(limit, budget.left());
          BlockProof proof = prove(prover, matching, origin, blocks.get(origin), seconds);
          proofs.put(origin, seen(proof, blocks.get(origin), differing));
        }
      }
    }
    return blocks.keySet().stream().map(proofs::get).toList();
  }

  private static BlockProof prove(
      BlockProver prover, Matching matching, Origin origin, List<Obligation> block, int seconds) {
    List<Obligation> closed =
        block.stream().filter(obligation -> !matching.isOpen(obligation)).toList();
    BitSet cuts = matching.cuts.before(origin.layer());
    BlockProof proof = prover.prove(origin, closed, cuts, seconds);
    if (!cuts.isEmpty() && proof.method().compareTo(Method.EXHAUSTED) < 0) {
      // What lies before the cuts may know of values that never come together.
      proof = prover.prove(origin, closed, new BitSet(), seconds);
    }
    return closed.size() == block.size()
        ? proof
        : new BlockProof(
            origin,
            proof.method().and(Method.TESTED),
            block.size(),
            proof.inputs(),
            proof.counterexample());
  }

  /** A difference that simulation has shown counts, whatever else is known. */
  private static BlockProof seen(
      BlockProof proof, List<Obligation> block, Set<Obligation> differing) {
    Optional<Obligation> shown = block.stream().filter(differing::contains).findFirst();
    return shown.isEmpty() || proof.method() == Method.DIFFERENT
        ? proof
        : new BlockProof(
            proof.origin(),
            Method.DIFFERENT,
            proof.bits(),
            proof.inputs(),
            shown.get().name() + " differs in a simulated run");
  }

  /** The bits of a neuron are one block, whatever they are for. */
  private static Origin block(Origin origin) {
    return origin.neuron() == Origin.NONE ? origin : origin.as("neuron");
  }
}
