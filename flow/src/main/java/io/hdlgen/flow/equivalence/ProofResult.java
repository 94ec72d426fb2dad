package io.hdlgen.flow.equivalence;

import java.util.List;

/**
 * What a proof found.
 *
 * @param blocks in the order of layer and neuron
 * @param unmatched registers of the Verilog that have no counterpart in the mapped netlist: blocks
 *     that read them are not proven
 * @param cycles simulated cycles of the mapped netlist in which every bit was compared that reads
 *     no register without a counterpart
 * @param seconds that it took
 */
public record ProofResult(
    List<BlockProof> blocks, List<String> unmatched, long cycles, double seconds) {
  public ProofResult {
    blocks = List.copyOf(blocks);
    unmatched = List.copyOf(unmatched);
  }

  /** Blocks of which just this is known. */
  public long count(Method method) {
    return blocks.stream().filter(block -> block.method() == method).count();
  }

  /** Whether no block was found to differ. */
  public boolean passed() {
    return count(Method.DIFFERENT) == 0;
  }
}
