package io.hdlgen.flow;

import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.equivalence.BlockProof;
import io.hdlgen.flow.equivalence.Method;
import io.hdlgen.flow.equivalence.ProofResult;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.sim.check.CheckResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a mapped netlist.
 *
 * @param target what it was mapped to
 * @param cells in it
 * @param replay what a simulation in Verilator found, compared with reference and Java simulation
 * @param proof what was proven of its equality with the Verilog; empty if nothing was tried, or in
 *     vain
 * @param unsupported why nothing was proven although it was tried (what the netlist holds, or what
 *     a tool said); empty else
 */
public record NetlistCheck(
    String target,
    int cells,
    CheckResult replay,
    Optional<ProofResult> proof,
    Optional<String> unsupported) {

  /** What a proof rests on, one sentence each. */
  public static final List<String> TRUSTED =
      List.of(
          "Yosys reads the Verilog and the netlist, and writes the logic of both",
          "the models of the cells say what the cells do",
          "a register of the Verilog is what bears its name in the netlist; that this is kept from"
              + " edge to edge is what the blocks prove, from any contents of the registers",
          "memories are read and written only at words that they have",
          "ABC, where it proves");

  /** Whether nothing was found to differ. */
  public boolean passed() {
    return replay.passed() && proof.map(ProofResult::passed).orElse(true);
  }

  /**
   * Keys {@code target, cells, passed, replay} (as of a design's verification) and {@code proof},
   * which is null if nothing was proven: {@code seconds, proven, exhausted, tested, different,
   * cyclesSimulated, unmatchedRegisters, trusted, blocks[{block, layer, neuron, role, method, bits,
   * inputs, counterexample}]}.
   */
  public Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("target", target);
    object.put("cells", cells);
    object.put("passed", passed());
    object.put("replay", VerificationJson.object(replay));
    object.put("proof", proof.map(NetlistCheck::object).orElse(null));
    unsupported.ifPresent(reason -> object.put("proofUnsupported", reason));
    return object;
  }

  private static Map<String, Object> object(ProofResult proof) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("seconds", Math.round(proof.seconds() * 10) / 10.0);
    for (Method method :
        List.of(Method.PROVEN, Method.EXHAUSTED, Method.TESTED, Method.DIFFERENT)) {
      object.put(method.name().toLowerCase(Locale.ROOT), proof.count(method));
    }
    object.put("cyclesSimulated", proof.cycles());
    object.put("unmatchedRegisters", proof.unmatched());
    object.put("trusted", TRUSTED);
    object.put("blocks", proof.blocks().stream().map(NetlistCheck::object).toList());
    return object;
  }

  private static Map<String, Object> object(BlockProof block) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("block", block.describe());
    object.put("layer", index(block.origin().layer()));
    object.put("neuron", index(block.origin().neuron()));
    object.put("role", block.origin().role());
    object.put("method", block.method().name().toLowerCase(Locale.ROOT));
    object.put("bits", block.bits());
    object.put("inputs", block.inputs());
    if (!block.counterexample().isEmpty()) {
      object.put("counterexample", block.counterexample());
    }
    return object;
  }

  private static Integer index(int index) {
    return index == Origin.NONE ? null : index;
  }
}
