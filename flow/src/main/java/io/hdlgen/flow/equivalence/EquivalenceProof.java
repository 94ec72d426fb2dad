package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares a mapped netlist with the Verilog it was made of, block by block. */
final class EquivalenceProof {
  private static final int RUNS = 2;
  private static final int RUN_CYCLES = 200;

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
    MachineBuilder mappedBuilder =
        new MachineBuilder(aig, mapped, inputs, VerilogNames.CLOCK, this::register, true);
    Machine found = mappedBuilder.build();
    Relation relation = new Relation(aig, mapped, mappedBuilder, Map.of());
    Machine expected =
        new MachineBuilder(aig, verilog, inputs, VerilogNames.CLOCK, relation::literal, false)
            .build();
    relation.unmatched().forEach(inputNames::put);
    List<Obligation> obligations = obligations(expected, found, relation);
    CycleTest test = new CycleTest(aig, found, seed);
    Map<Obligation, String> differences = simulate(test, expected.within(), obligations);
    List<BlockProof> blocks = prove(obligations, expected.within(), differences);
    return new ProofResult(blocks, unmatched(obligations, relation), test.cycles(), budget.spent());
  }

  private int register(List<String> names) {
    int literal = aig.input();
    inputNames.put(literal >>> 1, origins.best(names));
    return literal;
  }

  private List<Obligation> obligations(Machine expected, Machine found, Relation relation) {
    List<Obligation> obligations = new ArrayList<>();
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
    Substitution edge = new Substitution(aig);
    found.states().forEach(state -> edge.put(state.current(), state.next()));
    for (Machine.State state : expected.states()) {
      if (!relation.unmatched().containsKey(state.current() >>> 1)) {
        String name = origins.best(state.names());
        obligations.add(
            new Obligation(origins.of(name), name, state.next(), edge.apply(state.current())));
      }
    }
    return obligations;
  }

  private Map<Obligation, String> simulate(
      CycleTest test, int within, List<Obligation> obligations) {
    Map<Obligation, String> differences = new LinkedHashMap<>();
    for (int run = 0; run < RUNS && differences.isEmpty(); run++) {
      test.run(
          RUN_CYCLES,
          values -> {
            for (Obligation obligation : obligations) {
              long differing =
                  (Aig.word(values, obligation.expected()) ^ Aig.word(values, obligation.found()))
                      & Aig.word(values, within);
              if (differing != 0) {
                differences.put(obligation, "");
              }
            }
            return differences.isEmpty() && budget.left() > 0;
          });
    }
    return differences;
  }

  private List<BlockProof> prove(
      List<Obligation> obligations, int within, Map<Obligation, String> differences) {
    Map<Origin, List<Obligation>> blocks =
        new TreeMap<>(
            Comparator.comparingInt(Origin::layer)
                .thenComparingInt(Origin::neuron)
                .thenComparing(Origin::role));
    for (Obligation obligation : obligations) {
      blocks.computeIfAbsent(block(obligation.origin()), key -> new ArrayList<>()).add(obligation);
    }
    BlockProver prover =
        new BlockProver(
            aig, within, abc, node -> inputNames.getOrDefault(node, "undefined_" + node), seed);
    List<Origin> order = new ArrayList<>(blocks.keySet());
    Map<Origin, Integer> sizes = new HashMap<>();
    blocks.forEach((origin, block) -> sizes.put(origin, prover.size(block)));
    order.sort(Comparator.comparing(sizes::get));
    Map<Origin, BlockProof> proofs = new HashMap<>();
    for (int limit : ROUNDS) {
      for (Origin origin : order) {
        BlockProof before = proofs.get(origin);
        if (before == null || before.method() == Method.TESTED && budget.left() >= 1) {
          int seconds = (int) Math.min(limit, budget.left());
          proofs.put(origin, prover.prove(origin, blocks.get(origin), new BitSet(), seconds));
        }
      }
    }
    return blocks.keySet().stream().map(proofs::get).toList();
  }

  /** Registers without a counterpart that something depends on. */
  private List<String> unmatched(List<Obligation> obligations, Relation relation) {
    List<Integer> roots = new ArrayList<>();
    for (Obligation obligation : obligations) {
      if (obligation.expected() != obligation.found()) {
        roots.add(obligation.expected());
      }
    }
    return new Cone(aig, roots, new BitSet())
        .inputs().stream()
            .filter(relation.unmatched()::containsKey)
            .map(relation.unmatched()::get)
            .sorted()
            .toList();
  }

  /** The bits of a neuron are one block, whatever they are for. */
  private static Origin block(Origin origin) {
    return origin.neuron() == Origin.NONE ? origin : origin.as("neuron");
  }
}
