package io.hdlgen.flow.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses counterparts of registers that no name finds: what holds the same values in a simulation
 * of both sides, a register or a constant. A guess must be proven before it is used.
 */
final class Signatures {
  private static final int CYCLES = 300;

  /** What registers held before they were first written is not the same on both sides. */
  private static final int IGNORED_CYCLES = 60;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final long seed;

  Signatures(long seed) {
    this.seed = seed;
  }

  /**
   * Literals of the mapped machine by the first name of the register of the Verilog.
   *
   * @param wanted first names of the registers of the Verilog that are looked for
   */
  Map<String, Integer> guess(
      Aig mappedAig, Machine mapped, Aig verilogAig, Machine verilog, Set<String> wanted) {
    Map<Long, Integer> known = new HashMap<>();
    List<Integer> candidates = new ArrayList<>();
    candidates.add(Aig.FALSE);
    mapped.states().forEach(state -> candidates.add(state.current()));
    candidates.addAll(candidates.stream().map(literal -> literal ^ 1).toList());
    long[] found = signatures(mappedAig, mapped, candidates);
    for (int i = 0; i < found.length; i++) {
      known.putIfAbsent(found[i], candidates.get(i));
    }
    List<Machine.State> unknown =
        verilog.states().stream().filter(state -> wanted.contains(state.names().get(0))).toList();
    long[] sought =
        signatures(verilogAig, verilog, unknown.stream().map(Machine.State::current).toList());
    Map<String, Integer> guesses = new LinkedHashMap<>();
    for (int i = 0; i < sought.length; i++) {
      Integer literal = known.get(sought[i]);
      if (literal != null) {
        guesses.put(unknown.get(i).names().get(0), literal);
      }
    }
    return guesses;
  }

  /** One word a literal: equal for those that are equal in every cycle of every stimulus. */
  private long[] signatures(Aig aig, Machine machine, List<Integer> literals) {
    long[] words = new long[literals.size()];
    int[] cycle = new int[1];
    new CycleTest(aig, machine, seed)
        .run(
            CYCLES,
            values -> {
              if (cycle[0]++ >= IGNORED_CYCLES) {
                for (int i = 0; i < words.length; i++) {
                  words[i] = (words[i] ^ Aig.word(values, literals.get(i))) * MULTIPLIER;
                  words[i] ^= words[i] >>> 32;
                }
              }
              return true;
            });
    return words;
  }
}
