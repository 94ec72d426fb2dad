package io.hdlgen.hdl.folded;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.formal.Checker;
import io.hdlgen.hdl.formal.Proof;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue of results, in all cycles, for all words, writers with credits, and receivers. */
final class ResultQueueProofTest {
  private static final String NAME = "queue_results";
  private static final int BITS = 2;

  @TempDir Path folder;

  @BeforeEach
  void tools() throws InterruptedException {
    VerilogTools.YOSYS.require();
  }

  private Proof proof(int depth) {
    Netlist queue = new Netlist(List.of(ResultQueue.of(NAME, depth, BITS)));
    Netlist passed = PassOrder.run(PassOrder.FOLDED, queue);
    return new Proof(
        folder, new VerilogEmitter(List.of(), (layer, neuron) -> List.of()).emit(passed));
  }

  private static Checker checker(int depth) {
    return new Checker("results", NAME).with("BITS", BITS).with("DEPTH", depth);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void losesRepeatsAndSwapsNothing(int depth) throws IOException, InterruptedException {
    assertThat(proof(depth).always(checker(depth)).holds()).isTrue();
    assertThat(proof(depth).always(checker(depth).with("COVER", 1)).holds())
        .as("a full queue is out of reach")
        .isFalse();
  }

  /** A writer with one place too many in mind. */
  @Test
  void aResultWithoutAPlaceIsFound() throws IOException, InterruptedException {
    assertThat(proof(3).always(checker(4)).holds()).isFalse();
  }
}
