package io.hdlgen.hdl.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Designs between streams, for every source and every receiver. */
final class StreamProofTest {
  @TempDir Path folder;

  @BeforeEach
  void tools() throws InterruptedException {
    VerilogTools.YOSYS.require();
  }

  /** Tiny designs, and how many cycles from the reset on their results are followed. */
  enum Tiny {
    /** Words of two neurons are read one by one. */
    DOWN(30, 2),
    /** Two groups of neurons fill a word. */
    UP(30, 2),
    /** Everything in parallel. */
    FLAT(14, 2),
    /** The last groups are not full. */
    ODD(30, 2),
    UNROLLED(14, 2);

    private final int cycles;
    private final int results;

    Tiny(int cycles, int results) {
      this.cycles = cycles;
      this.results = results;
    }

    private StreamDesign design() {
      List<Integer> four = List.of(4, 4, 2);
      return switch (this) {
        case DOWN -> StreamDesign.folded(1, four, List.of(new Folding(2, 2), new Folding(1, 1)));
        case UP -> StreamDesign.folded(1, four, List.of(new Folding(1, 2), new Folding(2, 2)));
        case FLAT -> StreamDesign.folded(1, four, List.of(new Folding(4, 4), new Folding(2, 4)));
        case ODD ->
            StreamDesign.folded(2, List.of(3, 3, 3), List.of(new Folding(2, 2), new Folding(2, 1)));
        case UNROLLED -> StreamDesign.unrolled(2, List.of(3, 3, 3), 3);
      };
    }
  }

  /** Of the handshake, the reset and the error flag, in all cycles. */
  @ParameterizedTest
  @EnumSource
  void keepsTheRulesOfTheStream(Tiny tiny) throws IOException, InterruptedException {
    StreamDesign design = tiny.design();
    assertThat(design.proof(folder).always(design.checker()).holds()).isTrue();
  }

  /** No result too many, none that a receiver waits for longer than the latency. */
  @ParameterizedTest
  @EnumSource
  void answersInTime(Tiny tiny) throws IOException, InterruptedException {
    StreamDesign design = tiny.design();
    Proof.Verdict verdict =
        design.proof(folder).upTo(tiny.cycles, design.checker().with("FLOW", 1));
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
  }

  /** Every result is what the combinational design gives, in order. */
  @ParameterizedTest
  @EnumSource
  void givesTheResultsOfTheReference(Tiny tiny) throws IOException, InterruptedException {
    StreamDesign design = tiny.design();
    Proof proof = design.proof(folder);
    Proof.Verdict verdict = proof.upTo(tiny.cycles, design.checker().with("DATA", 1));
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    assertThat(proof.upTo(tiny.cycles, design.checker().with("COVER", tiny.results)).holds())
        .as("so many results do not come in these cycles")
        .isFalse();
  }

  /** A result that leaves without having been taken: valid falls. */
  @Test
  void aFallingValidIsFound() throws IOException, InterruptedException {
    StreamDesign design = Tiny.DOWN.design();
    Proof broken = design.proof(folder).changed("tiny_results", "valid_q & take_i", "valid_q");
    assertThat(broken.always(design.checker()).holds()).isFalse();
  }

  @Test
  void aValidThatWaitsForReadyIsFound() throws IOException, InterruptedException {
    StreamDesign design = Tiny.DOWN.design();
    Proof broken =
        design
            .proof(folder)
            .changed("tiny_results", "assign valid_o =", "assign valid_o = take_i &");
    assertThat(broken.upTo(Tiny.DOWN.cycles, design.checker().with("FLOW", 1)).holds()).isFalse();
  }

  @Test
  void aCreditTooManyIsFound() throws IOException, InterruptedException {
    StreamDesign design = Tiny.DOWN.design();
    Proof broken = design.proof(folder).changed("tiny_l1", "| freed_i", "| 1'b1");
    assertThat(broken.upTo(Tiny.DOWN.cycles, design.checker()).holds()).isFalse();
  }

  @Test
  void aResultOfOtherWeightsIsFound() throws IOException, InterruptedException {
    StreamDesign design = Tiny.ODD.design();
    Proof broken = design.proof(folder).changed("tiny_l1", "_rom[0] =", "_rom[0] = ~");
    assertThat(broken.upTo(Tiny.ODD.cycles, design.checker().with("DATA", 1)).holds()).isFalse();
  }
}
