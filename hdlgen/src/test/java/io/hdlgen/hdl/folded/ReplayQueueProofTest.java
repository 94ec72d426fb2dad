package io.hdlgen.hdl.folded;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.formal.Checker;
import io.hdlgen.hdl.formal.Proof;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The input queue of a layer and its schedule of slots, in all cycles, for all words, writers with
 * credits, and times of issue.
 */
final class ReplayQueueProofTest {
  private static final String NAME = "queue";
  private static final int BITS = 1;
  private static final int CYCLES = 14;

  @TempDir Path folder;

  @BeforeEach
  void tools() throws InterruptedException {
    VerilogTools.YOSYS.require();
  }

  /** The queue alone, with a port that says when a slot may be issued. */
  private Proof proof(int nf, int sf, int reads, int depth) {
    ModuleBuilder builder = new ModuleBuilder(NAME);
    FoldedLayer shape = new FoldedLayer(sf, nf, new Folding(1, 1));
    ReplayQueue queue = new ReplayQueue(builder, 0, shape, reads, depth, reads * BITS);
    int available = queue.available();
    int go = builder.input(Origin.of("go"), Range.BIT, "go_i");
    int group = queue.build(builder.and(Origin.of("issue"), available, go));
    builder.output(Origin.of("available"), "available_o", available);
    builder.output(Origin.of("group"), "group_o", group);
    Netlist passed = PassOrder.run(PassOrder.FOLDED, new Netlist(List.of(builder.build())));
    return new Proof(
        folder, new VerilogEmitter(List.of(), (layer, neuron) -> List.of()).emit(passed));
  }

  private static Checker checker(int nf, int sf, int reads, int depth) {
    return new Checker("replay", NAME)
        .with("BITS", BITS)
        .with("NF", nf)
        .with("SF", sf)
        .with("READS", reads)
        .with("DEPTH", depth);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "1, 3, 1, 2", "2, 1, 1, 1"})
  void everyGroupOfNeuronsReadsEveryWord(int nf, int sf, int reads, int depth)
      throws IOException, InterruptedException {
    assertThat(proof(nf, sf, reads, depth).always(checker(nf, sf, reads, depth)).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2, 2", "2, 2, 1, 2", "2, 3, 1, 4", "3, 2, 1, 5", "2, 3, 2, 3", "2, 3, 3, 2"})
  void longerOnesDoForManyCycles(int nf, int sf, int reads, int depth)
      throws IOException, InterruptedException {
    Proof proof = proof(nf, sf, reads, depth);
    assertThat(proof.upTo(CYCLES, checker(nf, sf, reads, depth)).holds()).isTrue();
    assertThat(proof.upTo(CYCLES, checker(nf, sf, reads, depth).with("COVER", 1)).holds())
        .as("a full queue is out of reach")
        .isFalse();
  }

  @Test
  void aReadThatIsNotRepeatedIsFound() throws IOException, InterruptedException {
    Proof broken = proof(2, 2, 1, 4).changed(NAME, "l0_replay ?", "1'b0 ?");
    assertThat(broken.upTo(CYCLES, checker(2, 2, 1, 4)).holds()).isFalse();
  }

  /** A writer with one place too many in mind. */
  @Test
  void aWordThatIsOverwrittenIsFound() throws IOException, InterruptedException {
    assertThat(proof(2, 2, 1, 3).upTo(CYCLES, checker(2, 2, 1, 4)).holds()).isFalse();
  }
}
