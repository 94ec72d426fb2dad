package io.hdlgen.cli;

import io.hdlgen.flow.NetlistCheck;
import io.hdlgen.flow.equivalence.BlockProof;
import io.hdlgen.flow.equivalence.Method;
import io.hdlgen.flow.equivalence.ProofResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found of a mapped netlist, for people. */
final class NetlistText {
  private static final int MOST = 5;

  private final PrintWriter out;

  NetlistText(PrintWriter out) {
    this.out = out;
  }

  void print(NetlistCheck check) {
    out.println(
        String.format(
            Locale.ROOT,
            "netlist of %s (%,d cells) %s",
            check.target(),
            check.cells(),
            EmitSummary.verification(check.replay()).replace("Verilator", "netlist")));
    check.proof().ifPresent(this::print);
    check.unsupported().ifPresent(reason -> out.println("nothing proven: " + reason));
  }

  private void print(ProofResult proof) {
    long wrong = proof.count(Method.DIFFERENT);
    out.println(
        String.format(
            Locale.ROOT,
            "%,d blocks against the Verilog: %,d equal by SAT, %,d equal on every input, %,d only"
                + " tested, %s; %.0f s",
            proof.blocks().size(),
            proof.count(Method.PROVEN),
            proof.count(Method.EXHAUSTED),
            proof.count(Method.TESTED),
            wrong == 0 ? "none different" : String.format(Locale.ROOT, "%,d DIFFERENT", wrong),
            proof.seconds()));
    List<BlockProof> tested = of(proof, Method.TESTED);
    if (!tested.isEmpty()) {
      out.println(
          "only tested: "
              + tested.stream()
                  .limit(MOST)
                  .map(BlockProof::describe)
                  .collect(Collectors.joining(", "))
              + (tested.size() > MOST ? ", ..." : ""));
    }
    List<BlockProof> different = of(proof, Method.DIFFERENT);
    different.stream()
        .limit(MOST)
        .forEach(
            block -> out.println("DIFFERENT: " + block.describe() + ": " + block.counterexample()));
    if (different.size() > MOST) {
      out.println("and " + (different.size() - MOST) + " more blocks that differ");
    }
  }

  private static List<BlockProof> of(ProofResult proof, Method method) {
    return proof.blocks().stream().filter(block -> block.method() == method).toList();
  }
}
