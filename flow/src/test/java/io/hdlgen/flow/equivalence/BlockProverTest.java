package io.hdlgen.flow.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockProverTest {
  private static final Origin NEURON = new Origin(1, 2, "neuron");

  @TempDir Path folder;

  private final Aig aig = new Aig();
  private final int[] inputs = IntStream.range(0, 18).map(i -> aig.input()).toArray();

  /** Without ABC: whoever asks for it fails. */
  private BlockProof prove(int care, int expected, int found, BitSet cuts, int seconds) {
    return prover(care, "no such program", 100)
        .prove(NEURON, List.of(new Obligation(NEURON, "act", expected, found)), cuts, seconds);
  }

  private BlockProver prover(int care, String abc, double budget) {
    return new BlockProver(
        aig, care, new Abc(abc, folder), node -> "x[" + (node - 1) + "]", new Budget(budget), 1);
  }

  private int parity(int count) {
    return IntStream.range(0, count).map(i -> inputs[i]).reduce(Aig.FALSE, aig::xor);
  }

  private int parityBackwards(int count) {
    return IntStream.range(0, count).map(i -> inputs[count - 1 - i]).reduce(Aig.FALSE, aig::xor);
  }

  @Test
  void equalGraphsAreProven() {
    BlockProof proof = prove(Aig.TRUE, parity(18), parity(18), new BitSet(), 0);
    assertThat(proof.method()).isEqualTo(Method.PROVEN);
    assertThat(proof.describe()).isEqualTo("layer 1 neuron 2");
  }

  @Test
  void fewInputsAreExhausted() {
    int one = parity(8);
    int other = parityBackwards(8);
    assertThat(one).isNotEqualTo(other);
    assertThat(prove(Aig.TRUE, one, other, new BitSet(), 0).method()).isEqualTo(Method.EXHAUSTED);
  }

  @Test
  void aBlockOfBothIsProven() {
    Obligation same = new Obligation(NEURON, "act[0]", parity(18), parity(18));
    Obligation few = new Obligation(NEURON, "act[1]", parity(8), parityBackwards(8));
    BlockProver prover = prover(Aig.TRUE, "no such program", 100);
    assertThat(prover.prove(NEURON, List.of(same, few), new BitSet(), 0).method())
        .isEqualTo(Method.PROVEN);
  }

  @Test
  void theSearchForACounterexampleEndsWithTheBudget() throws IOException {
    String says = "sleep 0.3; echo . >> calls; echo Networks are NOT EQUIVALENT";
    int rare = IntStream.of(inputs).reduce(Aig.TRUE, aig::and);
    Obligation obligation = new Obligation(NEURON, "act", parity(18), aig.xor(parity(18), rare));
    BlockProof proof =
        prover(Aig.TRUE, AbcTest.script(folder, says), 2)
            .prove(NEURON, List.of(obligation), new BitSet(), 100);
    assertThat(proof.method()).isEqualTo(Method.DIFFERENT);
    assertThat(proof.counterexample()).contains("not found again in time");
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSizeBetween(1, 9);
  }

  @Test
  void withoutTimeManyInputsAreOnlyTested() {
    BlockProof proof = prove(Aig.TRUE, parity(18), parityBackwards(18), new BitSet(), 0);
    assertThat(proof.method()).isEqualTo(Method.TESTED);
    assertThat(proof.inputs()).isEqualTo(18);
  }

  @Test
  void oneCaseOfFourThousandIsFoundAndTold() {
    int rare = IntStream.range(0, 12).map(i -> inputs[i]).reduce(Aig.TRUE, aig::and);
    BlockProof proof = prove(Aig.TRUE, parity(12), aig.xor(parity(12), rare), new BitSet(), 0);
    assertThat(proof.method()).isEqualTo(Method.DIFFERENT);
    assertThat(proof.counterexample()).isEqualTo("act is 1, should be 0 for x = 0b111111111111");
  }

  @Test
  void casesThatNeedNoCareDoNotCount() {
    int rare = IntStream.range(0, 12).map(i -> inputs[i]).reduce(Aig.TRUE, aig::and);
    BlockProof proof = prove(inputs[3] ^ 1, parity(12), aig.xor(parity(12), rare), new BitSet(), 0);
    assertThat(proof.method()).isEqualTo(Method.EXHAUSTED);
  }

  @Test
  void cutsCountAsInputs() {
    int inner = parity(18);
    BitSet cuts = new BitSet();
    cuts.set(inner >>> 1);
    BlockProof proof =
        prove(
            Aig.TRUE,
            aig.mux(inner, inputs[0], inputs[1]),
            aig.or(aig.and(inner, inputs[0]), aig.and(inputs[1], aig.and(inner ^ 1, inputs[1]))),
            cuts,
            0);
    assertThat(proof.method().compareTo(Method.EXHAUSTED)).isGreaterThanOrEqualTo(0);
    assertThat(proof.inputs()).isLessThanOrEqualTo(3);
  }

  @Test
  void bitsOfOneVectorAreOneNumber() {
    assertThat(BitValues.describe(Map.of("a[0]", 1, "a[2]", 0))).isEqualTo("a = 0b0x1");
  }
}
